package dev.lanyard.starter.command;

import dev.lanyard.workflows.hr.EmployeeNumber;
import picocli.CommandLine.Parameters;

/** Whom a command is about. */
final class PersonArgument {

  @Parameters(arity = "1", paramLabel = "<employee-number>", description = "HR's id: hr-10442.")
  private String employeeNumber;

  EmployeeNumber employeeNumber() {
    return Typed.employeeNumber(employeeNumber);
  }
}
