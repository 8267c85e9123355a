package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One staff member as stored.
 *
 * @param emails the primary one first
 * @param shipping an address object; null when there is none
 * @param permissions codes; kept, but not shown, while {@code admin}
 * @param deleted gone for the API; kept for {@code /_sandbox/state}
 */
record StaffMember(
    long id,
    String firstName,
    String lastName,
    boolean admin,
    List<String> emails,
    String phone,
    String mobile,
    String fax,
    JsonNode shipping,
    JsonNode postal,
    String image,
    Set<String> permissions,
    Set<Long> sites,
    List<String> tags,
    String code,
    Instant createdAt,
    Instant updatedAt,
    boolean deleted) {

  StaffMember {
    emails = List.copyOf(emails);
    permissions = new TreeSet<>(permissions);
    sites = new TreeSet<>(sites);
    tags = List.copyOf(tags);
  }

  String primaryEmail() {
    return emails.isEmpty() ? null : emails.get(0);
  }

  /** Without a site that is no more. */
  StaffMember without(long site) {
    Set<Long> left = new TreeSet<>(sites);
    left.remove(site);
    return new StaffMember(
        id,
        firstName,
        lastName,
        admin,
        emails,
        phone,
        mobile,
        fax,
        shipping,
        postal,
        image,
        permissions,
        left,
        tags,
        code,
        createdAt,
        updatedAt,
        deleted);
  }

  StaffMember deletedAt(Instant now) {
    return new StaffMember(
        id,
        firstName,
        lastName,
        admin,
        emails,
        phone,
        mobile,
        fax,
        shipping,
        postal,
        image,
        permissions,
        sites,
        tags,
        code,
        createdAt,
        now,
        true);
  }

  @Override
  public String toString() {
    return "StaffMember[" + id + "]";
  }
}
