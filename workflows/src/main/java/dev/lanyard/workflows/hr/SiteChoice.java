package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a person may work: the exact names of sites, or, as a choice of its own, all of them (sites
 * that are added later included). Never both, never neither.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SiteChoice(boolean all, List<String> names) {

  public SiteChoice {
    // Not List.copyOf, which throws on a null inside: the rules say so instead.
    names = names == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(names));
  }

  public static SiteChoice everySite() {
    return new SiteChoice(true, List.of());
  }

  public static SiteChoice of(List<String> names) {
    return new SiteChoice(false, names);
  }
}
