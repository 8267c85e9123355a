package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.SiteWitness;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/** What an examination keeps of a whole roster: a few numbers and ids, whatever its length. */
final class Everybody implements Consumer<RosterRow> {

  /** Active, with some, not all, of the sites that the bot sees; as the roster shows them. */
  record Restricted(int employeeId, SortedSet<Integer> siteIds) {}

  private final Optional<SiteTree> tree;
  private final SiteWitness witness;
  private final int mostRestricted;
  private final List<Restricted> restricted = new ArrayList<>();
  private int count;
  private int active;
  private Optional<Integer> anyone = Optional.empty();
  private Optional<Integer> anyoneActive = Optional.empty();
  private Optional<String> posUserId = Optional.empty();

  Everybody(Optional<SiteTree> tree, SiteWitness witness, int mostRestricted) {
    this.tree = tree;
    this.witness = witness;
    this.mostRestricted = mostRestricted;
  }

  @Override
  public void accept(RosterRow row) {
    count++;
    anyone = anyone.or(() -> Optional.of(row.employeeId()));
    if (posUserId.isEmpty() && row.posUserId().matches("[1-9]\\d{2,8}")) {
      posUserId = Optional.of(row.posUserId());
    }
    if (row.active()) {
      active++;
      anyoneActive = anyoneActive.or(() -> Optional.of(row.employeeId()));
      if (restricted.size() < mostRestricted) {
        witness
            .siteIds(row)
            .filter(this::some)
            .ifPresent(ids -> restricted.add(new Restricted(row.employeeId(), ids)));
      }
    }
  }

  private boolean some(SortedSet<Integer> ids) {
    return !ids.isEmpty()
        && tree.filter(sites -> sites.ids().containsAll(ids) && ids.size() < sites.sites().size())
            .isPresent();
  }

  int count() {
    return count;
  }

  int active() {
    return active;
  }

  /** Somebody's internal id; of somebody active, if there is one. */
  Optional<Integer> somebody() {
    return anyoneActive.or(() -> anyone);
  }

  /** Somebody's, of three digits or more. Never told. */
  Optional<String> posUserId() {
    return posUserId;
  }

  List<Restricted> restricted() {
    return restricted;
  }
}
