package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A permission at the point of sale by its id, with its label (section 9.2). */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PermissionRef(int id, String label) {}
