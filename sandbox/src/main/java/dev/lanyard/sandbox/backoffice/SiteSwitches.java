package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Readings of the site block (section 6).
 *
 * @param flatPolarity what {@code employee[siteIds][]} lists on a flat tenant (6.6: contested)
 * @param flatMarkup which controls a flat tenant has (6.6: contested)
 * @param deniedParentWins whether {@code siteId} below a denied region or district is ignored (6.4:
 *     unknown; section 20 item 4)
 * @param siteBoxDenies whether {@code isAvailable} denies a site in spite of its {@code siteId}
 *     (6.4 R6: inferred that it is ignored)
 * @param rollupWrites what a region's or district's "all" does in a POST (6.4: unknown)
 * @param rollupBoxes when a region's or district's "all" is shown checked (6.2: unknown)
 * @param everySiteMeansAll whether a list of every site is stored as "all" (6.4: inferred that not)
 * @param hiddenSites ids of sites that the login may not see (2.3, 12.2)
 */
public record SiteSwitches(
    FlatPolarity flatPolarity,
    FlatMarkup flatMarkup,
    boolean deniedParentWins,
    boolean siteBoxDenies,
    RollupWrites rollupWrites,
    RollupBoxes rollupBoxes,
    boolean everySiteMeansAll,
    List<Long> hiddenSites) {

  public enum FlatPolarity {
    @JsonProperty("block")
    BLOCK,
    @JsonProperty("allow")
    ALLOW
  }

  public enum FlatMarkup {
    /** Checkboxes {@code employee[siteIds][]}. */
    @JsonProperty("site-ids")
    SITE_IDS,
    /** {@code isAvailable} and hidden {@code siteId}, as on a hierarchical tenant. */
    @JsonProperty("site-boxes")
    SITE_BOXES
  }

  public enum RollupWrites {
    /** Stored as the list of the sites of that moment. */
    @JsonProperty("expand")
    EXPAND,
    /** Stored as it is, so that later sites are included. */
    @JsonProperty("keep")
    KEEP,
    @JsonProperty("ignore")
    IGNORE
  }

  public enum RollupBoxes {
    /** When "all" is stored for it. */
    @JsonProperty("stored")
    STORED,
    /** When every one of its sites is granted. */
    @JsonProperty("computed")
    COMPUTED
  }

  public static SiteSwitches defaults() {
    return new SiteSwitches(
        FlatPolarity.BLOCK,
        FlatMarkup.SITE_IDS,
        true,
        false,
        RollupWrites.EXPAND,
        RollupBoxes.STORED,
        false,
        List.of());
  }
}
