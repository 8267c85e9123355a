package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What became of the record.
 *
 * @param written whether this deleted it; false when it was gone, or is kept
 * @param kept the worker's policy deletes nobody: the record stays, without access
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberDeleted(long staffId, boolean written, boolean kept) {}
