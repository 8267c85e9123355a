package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A web user that may be the person's, and what speaks for it. Backoffice shows nowhere which
 * employee a web user is linked to.
 *
 * @param sameEmail whatever the case
 * @param sameName first and last name, whatever the case
 * @param linked e-mail and name agree, and no other person is known to have that e-mail. A name
 *     alone never makes it so, nor an e-mail under another name: that is for a human to decide
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUserCandidate(
    WebUserRow user, boolean sameEmail, boolean sameUsername, boolean sameName, boolean linked) {}
