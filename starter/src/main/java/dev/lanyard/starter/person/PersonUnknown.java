package dev.lanyard.starter.person;

import dev.lanyard.workflows.hr.EmployeeNumber;

/** No event ever named this employee number, or the run that knew it is past its retention. */
public final class PersonUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PersonUnknown(EmployeeNumber employeeNumber, Throwable cause) {
    super("nobody with employee number " + employeeNumber + " is known here", cause);
  }
}
