package dev.lanyard.starter.intake;

import dev.lanyard.workflows.hr.EmployeeNumber;

/**
 * An event that Temporal has taken: it is durable, whether or not a worker runs.
 *
 * @param type {@code hire}, {@code termination}, {@code change}, {@code transfer}, {@code leave},
 *     {@code return} or {@code undo}
 * @param personId the workflow id of the person's owner
 */
public record Submitted(
    String type, EmployeeNumber employeeNumber, String eventId, String personId) {

  public static final String HIRE = "hire";
  public static final String TERMINATION = "termination";
}
