package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The web user that now exists, without any permission or site (section 13.2).
 *
 * @param adopted an earlier attempt had made it, and its answer had been lost
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUserCreated(int userId, boolean adopted) {}
