package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A site of the staff API by its id (64 bits), with its name as a label. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffSite(long id, String name) {}
