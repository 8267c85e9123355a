package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Who was found, those that are linked first.
 *
 * @param complete whether the whole list was looked through; if not, somebody may be missing
 * @param caveats what this look could not see or compare, in words without personal values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUsersFound(
    List<WebUserCandidate> candidates, boolean complete, List<String> caveats) {

  public WebUsersFound {
    candidates = candidates == null ? List.of() : List.copyOf(candidates);
    caveats = caveats == null ? List.of() : List.copyOf(caveats);
  }

  /** Those that are provably the person's, active or not. */
  public List<WebUserRow> linked() {
    return candidates.stream()
        .filter(WebUserCandidate::linked)
        .map(WebUserCandidate::user)
        .toList();
  }
}
