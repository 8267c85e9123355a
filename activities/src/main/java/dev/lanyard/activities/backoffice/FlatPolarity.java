package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.workflows.FailureTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a checked site box of a flat tenant means (section 6.6), proven on an active employee who
 * has some sites and not others: what the labels on the edit page say must be what the roster's
 * column shows. Nothing is remembered: a proof is made for each write.
 */
final class FlatPolarity {

  /** Those without a restriction on their edit page prove nothing; after a few we give up. */
  private static final int MOST_LOOKED_AT = 5;

  private final Optional<Polarity> proven;
  private final String reason;

  private FlatPolarity(Optional<Polarity> proven, String reason) {
    this.proven = proven;
    this.reason = reason;
  }

  /**
   * @param codes short codes by site id, of the create page; the roster's are used when it has none
   * @param posUserId the one who is about to be written, who is no evidence
   */
  static FlatPolarity on(
      Conversation talk, SiteTree tree, Map<Integer, String> codes, int posUserId) {
    SiteWitness witness =
        new SiteWitness(codes.isEmpty() ? talk.rosterOf(posUserId).siteCodes() : codes);
    List<RosterRow> restricted = new ArrayList<>();
    talk.wholeRoster(
        row -> {
          if (restricted.size() < MOST_LOOKED_AT
              && row.active()
              && !row.posUserId().equals(Integer.toString(posUserId))
              && witness.siteIds(row).filter(ids -> some(ids, tree)).isPresent()) {
            restricted.add(row);
          }
        });
    for (RosterRow row : restricted) {
      EditPage page = talk.editPage(row.employeeId());
      Optional<SiteAccess> access = page.access();
      if (access.isEmpty()) {
        return unproven("the boxes on the edit page do not say what they mean");
      }
      if (access.get().all()) {
        continue;
      }
      return access.get().siteIds().equals(witness.siteIds(row).orElseThrow())
          ? new FlatPolarity(page.labelledPolarity(), "")
          : unproven("edit page and roster disagree on employee " + row.employeeId());
    }
    return unproven("no active employee with some of the sites could be compared");
  }

  private static boolean some(SortedSet<Integer> ids, SiteTree tree) {
    return !ids.isEmpty() && tree.ids().containsAll(ids) && ids.size() < tree.sites().size();
  }

  private static FlatPolarity unproven(String reason) {
    return new FlatPolarity(Optional.empty(), reason);
  }

  /** Empty when it is not proven. */
  Optional<Polarity> proven() {
    return proven;
  }

  /** For people: why it is not proven, and what helps. */
  String explanation() {
    return "What the site boxes of this flat tenant mean is not proven: "
        + reason
        + ". Restrict one active employee to some of the sites in Backoffice by hand, or choose all"
        + " sites.";
  }

  /** The proof, or the final failure. */
  Polarity require() {
    return proven.orElseThrow(
        () -> BackofficeFailures.last(FailureTypes.POLARITY_UNPROVEN, explanation()));
  }
}
