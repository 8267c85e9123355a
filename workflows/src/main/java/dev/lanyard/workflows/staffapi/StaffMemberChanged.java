package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The staff member is read back as it was wanted.
 *
 * @param written false when it was as wanted already
 * @param now as it was read back
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberChanged(boolean written, StaffSnapshot now) {}
