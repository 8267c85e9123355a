package dev.lanyard.workflows;

import dev.lanyard.workflows.hr.EmployeeNumber;

/** The ids of our workflows: plain text for ever, so nothing but the employee number goes in. */
public final class WorkflowIds {

  private WorkflowIds() {}

  public static String person(EmployeeNumber employee) {
    return "person/" + employee.value();
  }

  /** The person's {@code ordinal}-th process, counted from 1 in the life of the person's run. */
  public static String onboarding(EmployeeNumber employee, int ordinal) {
    return onboardings(employee) + ordinal;
  }

  /** With what the ids of all onboardings of a person begin, and no other person's. */
  public static String onboardings(EmployeeNumber employee) {
    return "onboarding/" + employee.value() + "/";
  }

  public static String offboarding(EmployeeNumber employee, int ordinal) {
    return "offboarding/" + employee.value() + "/" + ordinal;
  }

  public static String pinHandover(EmployeeNumber employee) {
    return "pin/" + employee.value();
  }
}
