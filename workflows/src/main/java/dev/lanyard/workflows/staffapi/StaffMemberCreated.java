package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * @param adopted an earlier attempt of this run had made it, and its answer had been lost; the
 *     server sent the invitation then
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberCreated(long staffId, boolean adopted) {}
