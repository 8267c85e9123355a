package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The staff member is read back with exactly the snapshot's access.
 *
 * @param written false when it had that already
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberRestored(long staffId, boolean written) {}
