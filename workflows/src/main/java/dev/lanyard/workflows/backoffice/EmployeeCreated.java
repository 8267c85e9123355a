package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The record that now stands in Backoffice.
 *
 * @param employeeId the internal number of its URLs
 * @param adopted an earlier attempt of this run had made it, and its answer had been lost
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeCreated(int employeeId, boolean adopted) {}
