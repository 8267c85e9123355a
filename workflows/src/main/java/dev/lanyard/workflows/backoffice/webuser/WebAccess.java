package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.SiteGrant;
import java.util.List;

/**
 * What a web user may do and where.
 *
 * @param sites none at all for one that was just made
 * @param tokens ascending
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebAccess(SiteGrant sites, List<String> tokens) {

  public WebAccess {
    tokens = tokens == null ? List.of() : List.copyOf(tokens);
  }
}
