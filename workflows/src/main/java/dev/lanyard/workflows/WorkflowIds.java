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

  /** Of a process that ends with its plan; a person has one at a time, and none of them counts. */
  public static String dryRun(EmployeeNumber employee) {
    return "dry-run/" + employee.value();
  }

  /** With what the ids of all onboardings of a person begin, and no other person's. */
  public static String onboardings(EmployeeNumber employee) {
    return "onboarding/" + employee.value() + "/";
  }

  public static String offboarding(EmployeeNumber employee, int ordinal) {
    return "offboarding/" + employee.value() + "/" + ordinal;
  }

  public static String change(EmployeeNumber employee, int ordinal) {
    return "change/" + employee.value() + "/" + ordinal;
  }

  public static String transfer(EmployeeNumber employee, int ordinal) {
    return "transfer/" + employee.value() + "/" + ordinal;
  }

  public static String leave(EmployeeNumber employee, int ordinal) {
    return "leave/" + employee.value() + "/" + ordinal;
  }

  /**
   * @param kind {@code undo} or {@code return}
   */
  public static String restoration(String kind, EmployeeNumber employee, int ordinal) {
    return restorations(kind, employee) + ordinal;
  }

  /** With what the ids of all such restorations of a person begin, and no other person's. */
  public static String restorations(String kind, EmployeeNumber employee) {
    return kind + "/" + employee.value() + "/";
  }

  public static String deletion(EmployeeNumber employee, int ordinal) {
    return "deletion/" + employee.value() + "/" + ordinal;
  }

  /** Of the question whether something planned may be called off; counted apart. */
  public static String callOff(EmployeeNumber employee, int ordinal) {
    return "call-off/" + employee.value() + "/" + ordinal;
  }

  public static String pinHandover(EmployeeNumber employee) {
    return "pin/" + employee.value();
  }
}
