package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Make the employee's permissions equal the plan's template.
 *
 * @param justCreated this run created the record a moment ago: a first attempt then needs no look
 *     before it writes, since nobody has been granted anything yet
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GrantTemplate(int employeeId, BackofficePlan plan, boolean justCreated) {

  /** Of a record that may have been there before. */
  public GrantTemplate(int employeeId, BackofficePlan plan) {
    this(employeeId, plan, false);
  }
}
