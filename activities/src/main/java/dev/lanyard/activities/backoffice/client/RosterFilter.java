package dev.lanyard.activities.backoffice.client;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What the roster can be narrowed and ordered by (section 12.2). All that is given must hold.
 *
 * @param active only active ones, or only disabled ones; empty for both
 * @param siteIds empty for every site that the bot may see
 * @param firstName the beginning of it, whatever its case; empty for any. Likewise the last name
 * @param limit rows in one answer; empty for the server's own 25
 */
public record RosterFilter(
    Optional<Boolean> active,
    List<Integer> siteIds,
    String firstName,
    String lastName,
    Optional<Integer> posUserId,
    boolean byLastName,
    boolean descending,
    Optional<Integer> limit) {

  public RosterFilter {
    siteIds = List.copyOf(siteIds);
  }

  /** Everybody, by first name, 25 at a time. */
  public static RosterFilter everybody() {
    return new RosterFilter(
        Optional.empty(), List.of(), "", "", Optional.empty(), false, false, Optional.empty());
  }

  public RosterFilter active(Optional<Boolean> wanted) {
    return new RosterFilter(
        wanted, siteIds, firstName, lastName, posUserId, byLastName, descending, limit);
  }

  public RosterFilter atSites(List<Integer> ids) {
    return new RosterFilter(
        active, ids, firstName, lastName, posUserId, byLastName, descending, limit);
  }

  public RosterFilter firstName(String beginning) {
    return new RosterFilter(
        active, siteIds, beginning, lastName, posUserId, byLastName, descending, limit);
  }

  public RosterFilter lastName(String beginning) {
    return new RosterFilter(
        active, siteIds, firstName, beginning, posUserId, byLastName, descending, limit);
  }

  public RosterFilter posUserId(int id) {
    return new RosterFilter(
        active, siteIds, firstName, lastName, Optional.of(id), byLastName, descending, limit);
  }

  public RosterFilter sorted(boolean lastNameFirst, boolean down) {
    return new RosterFilter(
        active, siteIds, firstName, lastName, posUserId, lastNameFirst, down, limit);
  }

  public RosterFilter limit(int rows) {
    return new RosterFilter(
        active, siteIds, firstName, lastName, posUserId, byLastName, descending, Optional.of(rows));
  }

  /** The query, as the filter form sends it. */
  HttpUrl.Builder on(HttpUrl.Builder url) {
    url.addQueryParameter("sort_type", byLastName ? "last_name" : "first_name")
        .addQueryParameter("sort_dir", descending ? "-1" : "1");
    siteIds.forEach(id -> url.addQueryParameter("sites[]", id.toString()));
    if (!firstName.isEmpty()) {
      url.addQueryParameter("first_name", firstName);
    }
    if (!lastName.isEmpty()) {
      url.addQueryParameter("last_name", lastName);
    }
    posUserId.ifPresent(id -> url.addQueryParameter("posUserId", id.toString()));
    url.addQueryParameter("active", active.map(yes -> yes ? "active" : "inactive").orElse("all"));
    limit.ifPresent(rows -> url.addQueryParameter("limit", rows.toString()));
    return url;
  }

  @Override
  public String toString() {
    return "RosterFilter[redacted]";
  }
}
