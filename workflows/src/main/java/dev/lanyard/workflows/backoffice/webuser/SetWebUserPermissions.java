package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.SiteGrant;
import java.util.List;
import java.util.Optional;

/**
 * Give a web user exactly this.
 *
 * @param username must be that user's
 * @param template either this, which must still stand for the same tokens
 * @param tokens or these
 * @param sites all, or at least one
 * @param basedOn what the plan was made from: anything else than that, and than what is wanted,
 *     stops the write
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SetWebUserPermissions(
    int userId,
    String username,
    Optional<WebTemplateRef> template,
    List<String> tokens,
    SiteGrant sites,
    Optional<WebAccess> basedOn) {

  public SetWebUserPermissions {
    template = template == null ? Optional.empty() : template;
    tokens = tokens == null ? List.of() : List.copyOf(tokens);
    basedOn = basedOn == null ? Optional.empty() : basedOn;
  }

  @Override
  public String toString() {
    return "SetWebUserPermissions[" + userId + ", [redacted]]";
  }
}
