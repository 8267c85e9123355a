package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.SiteRef;
import java.util.List;
import java.util.Optional;

/**
 * A web user's access as it stands, and what this Backoffice offers.
 *
 * @param active whether the login works
 * @param access empty when the sites cannot be read: a flat tenant whose boxes do not say what they
 *     mean
 * @param templateName the first template with exactly these tokens; Backoffice stores none
 * @param templates all, with their tokens
 * @param offeredSites all that the bot may see
 * @param offeredTokens every permission there is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUserAccess(
    int userId,
    boolean active,
    Optional<WebAccess> access,
    Optional<String> templateName,
    List<WebTemplateRef> templates,
    List<SiteRef> offeredSites,
    List<String> offeredTokens) {

  public WebUserAccess {
    access = access == null ? Optional.empty() : access;
    templateName = templateName == null ? Optional.empty() : templateName;
    templates = templates == null ? List.of() : List.copyOf(templates);
    offeredSites = offeredSites == null ? List.of() : List.copyOf(offeredSites);
    offeredTokens = offeredTokens == null ? List.of() : List.copyOf(offeredTokens);
  }
}
