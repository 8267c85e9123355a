package dev.lanyard.sandbox.staffapi;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The invented company: its owner and two staff members; the next one gets id 454. */
final class StaffSeed {
  static final long COMPANY = 5678;
  static final long OWNER = 451;

  private StaffSeed() {}

  static StaffRecords.Content content() {
    return new StaffRecords.Content(
        List.of(
            member(OWNER, "Robin", "Owner", true, Set.copyOf(StaffSite.ids(StaffSite.SEEDED))),
            member(452, "Dana", "Example", false, Set.of(921L, 922L)),
            member(453, "Lee", "Sample", false, Set.of(924L))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        StaffSite.SEEDED);
  }

  private static StaffMember member(
      long id, String first, String last, boolean admin, Set<Long> sites) {
    Instant created = Instant.parse("2025-02-03T15:00:00Z");
    String email = (first + "." + last + "@example.test").toLowerCase(Locale.ROOT);
    return new StaffMember(
        id,
        first,
        last,
        admin,
        List.of(email),
        "+1 555 010 0" + id,
        null,
        null,
        null,
        null,
        null,
        new TreeSet<>(StaffPermission.DEFAULTS),
        sites,
        List.of(),
        null,
        created,
        created,
        false);
  }
}
