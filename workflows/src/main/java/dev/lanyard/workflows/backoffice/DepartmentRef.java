package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A Backoffice department by its id, with its name as a label. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DepartmentRef(int id, String name) {}
