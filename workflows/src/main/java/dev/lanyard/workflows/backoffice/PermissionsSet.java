package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The permissions were read back as wanted.
 *
 * @param written false when they were so already
 * @param rosterAccess the roster's Access column: a template's name, {@code Custom} or {@code None}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PermissionsSet(boolean written, String rosterAccess) {}
