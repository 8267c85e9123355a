package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.sandbox.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Create, update and delete a staff member, with the vendor's defaults. */
final class StaffRequests {
  private final StaffRecords records;
  private final StaffApiSwitches switches;
  private final Instant now;

  StaffRequests(StaffRecords records, StaffApiSwitches switches, Instant now) {
    this.records = records;
    this.switches = switches;
    this.now = now;
  }

  /** Sites left out: all of them. Permissions left out: the six defaults. Always an invitation. */
  StaffMember create(JsonNode body) {
    StaffInput input = new StaffInput(body);
    StaffMember blank =
        new StaffMember(
            records.nextStaffId(switches.bigIds()),
            null,
            null,
            false,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            new TreeSet<>(StaffPermission.DEFAULTS),
            new TreeSet<>(StaffSite.ids(records.sites())),
            List.of(),
            null,
            now,
            now,
            false);
    StaffMember created = read(input, blank, blank.sites());
    records.store(created);
    records.store(new StaffRecords.Invitation(created.id(), created.primaryEmail(), now));
    announce("staff/created", created);
    noteWidening(input, created, "POST");
    return created;
  }

  /** Sites left out: all of them, whatever the update is about. */
  StaffMember update(StaffMember stored, JsonNode body) {
    StaffInput input = new StaffInput(body);
    StaffMember updated = read(input, stored, new TreeSet<>(StaffSite.ids(records.sites())));
    records.store(updated);
    announce("staff/updated", updated);
    noteWidening(input, updated, "PUT");
    return updated;
  }

  /** Another person's edit: only what is named changes. */
  void edit(StaffMember stored, JsonNode change) {
    StaffMember edited = read(new StaffInput(change), stored, stored.sites());
    records.store(edited);
    announce("staff/updated", edited);
  }

  private void announce(String topic, StaffMember member) {
    records.announce(
        new StaffRecords.Event(
            topic, member, StaffJson.complete(member, switches.idStr()).toString()));
  }

  Response delete(StaffMember stored) {
    if (stored.id() == StaffSeed.OWNER) {
      throw new ApiError(403, "forbidden", "The company owner cannot be deleted.");
    }
    StaffMember deleted = stored.deletedAt(now);
    records.store(deleted);
    announce("staff/deleted", deleted);
    return Response.empty(204);
  }

  private StaffMember read(StaffInput input, StaffMember stored, Set<Long> sitesLeftOut) {
    StaffMember read =
        new StaffMember(
            stored.id(),
            input.required("first_name", stored.firstName()),
            input.required("last_name", stored.lastName()),
            input.flag("is_admin", stored.admin()),
            input.emails(stored.emails()),
            input.optional("phone", stored.phone()),
            input.optional("mobile", stored.mobile()),
            input.optional("fax", stored.fax()),
            input.address("shipping_address", stored.shipping()),
            input.address("postal_address", stored.postal()),
            input.optional("image", stored.image()),
            input.permissions(stored.permissions()),
            input.sites(sitesLeftOut, StaffSite.ids(records.sites())),
            input.tags(stored.tags()),
            input.code(stored.code()),
            stored.createdAt(),
            now,
            false);
    if (switches.staffEmailUnique() && isEmailTaken(read)) {
      input.problem("primary_email_address: is already in use");
    }
    input.refuseProblems();
    return read;
  }

  private boolean isEmailTaken(StaffMember member) {
    return records.present().stream()
        .anyMatch(
            other ->
                other.id() != member.id()
                    && other.primaryEmail() != null
                    && other.primaryEmail().equalsIgnoreCase(member.primaryEmail()));
  }

  private void noteWidening(StaffInput input, StaffMember member, String method) {
    if (!input.has("sites")) {
      records.store(new StaffRecords.Widening(member.id(), method, "sites left out", now));
    }
    if (method.equals("POST") && !input.has("permissions")) {
      records.store(new StaffRecords.Widening(member.id(), method, "permissions left out", now));
    }
  }
}
