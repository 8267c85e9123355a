package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The permissions and sites are as wanted, read back.
 *
 * @param written whether they had to be written
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUserPermissionsSet(boolean written) {}
