package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Staff members and sites as the API writes them. */
final class StaffJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

  private StaffJson() {}

  /** As lists carry it. */
  static ObjectNode abridged(StaffMember member, boolean withoutEmailAndCode, boolean idStr) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", member.id());
    if (idStr) {
      json.put("id_str", Long.toString(member.id()));
    }
    json.put("first_name", member.firstName());
    json.put("last_name", member.lastName());
    json.put("is_admin", member.admin());
    if (!withoutEmailAndCode) {
      json.put("primary_email_address", member.primaryEmail());
      json.put("code", member.code());
    }
    json.put("phone", member.phone());
    json.put("updated_at", time(member.updatedAt()));
    return json;
  }

  static ObjectNode complete(StaffMember member, boolean idStr) {
    ObjectNode json = abridged(member, false, idStr);
    ArrayNode emails = json.putArray("email_addresses");
    member.emails().forEach(emails::add);
    json.put("mobile", member.mobile());
    json.put("fax", member.fax());
    json.set("shipping_address", member.shipping());
    json.set("postal_address", member.postal());
    counted(json.putObject("addresses"), addresses(member).size(), member);
    counted(json.putObject("sites"), member.sites().size(), member);
    if (!member.admin()) {
      ArrayNode permissions = json.putArray("permissions");
      for (StaffPermission permission : StaffPermission.rows(member.permissions())) {
        permissions
            .addObject()
            .put("code", permission.code())
            .put("name", permission.name())
            .put("domain", permission.domain());
      }
    }
    json.put("image", member.image());
    ArrayNode tags = json.putArray("tags");
    member.tags().forEach(tags::add);
    json.put("created_at", time(member.createdAt()));
    return json;
  }

  private static void counted(ObjectNode json, int count, StaffMember member) {
    json.put("count", count);
    json.put("updated_at", time(member.updatedAt()));
  }

  static ArrayNode addresses(StaffMember member) {
    ArrayNode list = JSON.createArrayNode();
    for (JsonNode address : new JsonNode[] {member.shipping(), member.postal()}) {
      if (address != null) {
        list.add(address);
      }
    }
    return list;
  }

  static ObjectNode site(StaffSite site) {
    return JSON.createObjectNode()
        .put("id", site.id())
        .put("name", site.name())
        .put("code", site.code());
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
