package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The roster's column of short codes, which no form of ours writes (section 12.1): an edit page
 * that is misread the way it was miswritten confirms itself; this does not.
 */
public final class SiteWitness {

  private final Map<String, Integer> idsByCode = new HashMap<>();
  private final boolean joinable;

  /**
   * @param codesById from the roster's filter or the create page
   */
  public SiteWitness(Map<Integer, String> codesById) {
    codesById.forEach((id, code) -> idsByCode.put(code, id));
    this.joinable = !codesById.isEmpty() && idsByCode.size() == codesById.size();
  }

  static SiteWitness of(RosterPage roster) {
    return new SiteWitness(roster.siteCodes());
  }

  /** Empty when a code cannot be joined to exactly one site. */
  public Optional<SortedSet<Integer>> siteIds(RosterRow row) {
    if (!joinable || !idsByCode.keySet().containsAll(row.siteCodes())) {
      return Optional.empty();
    }
    SortedSet<Integer> ids = new TreeSet<>();
    row.siteCodes().forEach(code -> ids.add(idsByCode.get(code)));
    return Optional.of(ids);
  }

  /**
   * Whether the row contradicts this access. What the column shows for "all" was never captured, so
   * there it is not asked; nor when the filter does not tell the sites apart. A code that the
   * filter lacks is a site beyond those that may be granted: the bot may only not see it.
   */
  boolean contradicts(RosterRow row, SiteAccess access) {
    return !access.all()
        && joinable
        && siteIds(row).filter(shown -> shown.equals(access.siteIds())).isEmpty();
  }
}
