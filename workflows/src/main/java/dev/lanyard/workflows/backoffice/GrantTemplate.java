package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Make the employee's permissions equal the plan's template. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GrantTemplate(int employeeId, BackofficePlan plan) {}
