package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * The sites that the bot may see, in the order of the form.
 *
 * @param flat whether the tenant has neither regions nor districts (section 6.1)
 * @param total how many there are on all pages
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SiteListing(List<SiteEntry> sites, boolean flat, int page, boolean more, int total) {

  public SiteListing {
    sites = sites == null ? List.of() : List.copyOf(sites);
  }

  /**
   * @param name the long name, under which a hire chooses it
   * @param code the second naming, of the roster and the wage forms (section 6.2); may be empty
   * @param region absent on a flat tenant, like the district
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record SiteEntry(
      int id, String name, String code, Optional<SiteGroup> region, Optional<SiteGroup> district) {

    public SiteEntry {
      region = region == null ? Optional.empty() : region;
      district = district == null ? Optional.empty() : district;
    }
  }

  /** A region or a district; its name may be empty. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record SiteGroup(int id, String name) {}
}
