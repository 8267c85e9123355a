package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.StaffApiClient;
import dev.lanyard.activities.staffapi.client.StaffIdentity;
import dev.lanyard.activities.staffapi.client.StaffMember;
import dev.lanyard.activities.staffapi.client.StaffRow;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at staff members: at all of them by what they are found by, at one in full. */
final class StaffRecords {

  private final StaffApiClient client;

  /**
   * Details of abridged rows, kept as long as the row is not updated: with 60 requests a minute, a
   * larger company could not be read to its end otherwise.
   */
  private final Map<Long, Details> read = new ConcurrentHashMap<>();

  /**
   * @param updatedAt empty where the list does not tell it: then kept for one reading of the lists,
   *     which a rate limit may interrupt any number of times
   */
  private record Details(Optional<String> updatedAt, StaffIdentity identity, long readAt) {

    boolean still(StaffRow row) {
      return updatedAt.equals(row.updatedAt())
          && (updatedAt.isPresent() || System.nanoTime() - readAt < READING.toNanos());
    }
  }

  /** 3,600 details at 60 a minute (guessed); past that a reading that never ended is forgotten. */
  private static final Duration READING = Duration.ofHours(1);

  /** For people who look, not for decisions: the sites of members, as they were lately. */
  private final Map<Long, Sites> sites = new ConcurrentHashMap<>();

  /** A look of many requests that a rate limit interrupts goes on from here (guessed). */
  private static final Duration LATELY = Duration.ofMinutes(10);

  private record Sites(Set<Long> ids, long readAt) {

    boolean lately() {
      return System.nanoTime() - readAt < LATELY.toNanos();
    }
  }

  /** One of everybody, never abridged. */
  record Known(long id, String firstName, String lastName, boolean admin, StaffIdentity identity) {}

  StaffRecords(StaffApiClient client) {
    this.client = client;
  }

  /** Everybody, administrators included; the details of rows that are abridged are read. */
  Listing listing() {
    return new Listing(
        known().stream().map(one -> new Listing.Entry(one.id(), one.identity())).toList());
  }

  /** The same with names. */
  List<Known> known() {
    Set<Long> adminIds = new HashSet<>();
    Map<Long, StaffRow> rows = rows(adminIds);
    read.keySet().retainAll(rows.keySet());
    List<Known> all = new ArrayList<>();
    for (StaffRow row : rows.values()) {
      identity(row)
          .ifPresent(
              found ->
                  all.add(
                      new Known(
                          row.id(),
                          row.firstName(),
                          row.lastName(),
                          adminIds.contains(row.id()),
                          found)));
    }
    read.values().removeIf(details -> details.updatedAt().isEmpty());
    return List.copyOf(all);
  }

  /** Where somebody may work, at most ten minutes ago; nowhere when there is no such member. */
  Set<Long> sitesLately(long id) {
    Sites known = sites.get(id);
    if (known == null || !known.lately()) {
      known = new Sites(client.sitesOf(id).orElse(Set.of()), System.nanoTime());
      sites.put(id, known);
    }
    return known.ids();
  }

  /**
   * One staff member with its sites, as it stands now. That there is none is believed only when the
   * lists agree: a gateway's 404 must not pass for a leaver who is gone.
   */
  Optional<ReadBack> read(long id) {
    Optional<ReadBack> member = readOnce(id);
    if (member.isPresent() || !rows(new HashSet<>()).containsKey(id)) {
      return member;
    }
    // It may have appeared between the two looks; if not, the API contradicts itself.
    Optional<ReadBack> again = readOnce(id);
    if (again.isEmpty()) {
      throw Failures.changed("staff member " + id + " is listed, and not there when asked for");
    }
    return again;
  }

  /**
   * The same, of a record that must carry our code.
   *
   * @throws RuntimeException (a final {@code STAFF_MEMBER_NOT_FOUND} or {@code NOT_OURS})
   */
  ReadBack owned(long id, EmployeeNumber employeeNumber) {
    ReadBack back = read(id).orElseThrow(() -> Failures.notFound(id));
    if (!back.member().identity().hasCode(employeeNumber.value())) {
      throw Failures.notOurs(
          "Staff member %d does not carry the code %s. Look whose record it is."
              .formatted(id, employeeNumber));
    }
    return back;
  }

  private Optional<ReadBack> readOnce(long id) {
    Optional<StaffMember> member = client.member(id);
    if (member.isEmpty()) {
      return Optional.empty();
    }
    return client.sitesOf(id).map(sites -> new ReadBack(member.get(), sites));
  }

  /**
   * @param adminIds receives whose of them
   */
  private Map<Long, StaffRow> rows(Set<Long> adminIds) {
    Map<Long, StaffRow> rows = new LinkedHashMap<>();
    client.staff().forEach(row -> rows.put(row.id(), row));
    for (StaffRow admin : client.admins()) {
      rows.putIfAbsent(admin.id(), admin);
      adminIds.add(admin.id());
    }
    return rows;
  }

  /** Empty when the record was deleted meanwhile. */
  private Optional<StaffIdentity> identity(StaffRow row) {
    if (row.identity().isPresent()) {
      return row.identity();
    }
    Details known = read.get(row.id());
    if (known != null && known.still(row)) {
      return Optional.of(known.identity);
    }
    Optional<StaffIdentity> now = client.member(row.id()).map(StaffMember::identity);
    now.ifPresent(
        identity -> read.put(row.id(), new Details(row.updatedAt(), identity, System.nanoTime())));
    return now;
  }
}
