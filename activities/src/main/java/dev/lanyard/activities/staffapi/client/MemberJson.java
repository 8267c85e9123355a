package dev.lanyard.activities.staffapi.client;

import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The API's JSON to records: strict in what access hangs on, tolerant in the rest. */
final class MemberJson {

  private MemberJson() {}

  static StaffRow row(JsonAt row) {
    boolean complete = row.has("code") && row.has("primary_email_address");
    return new StaffRow(
        row.id("id"),
        row.mark("updated_at"),
        row.optionalText("first_name").orElse(""),
        row.optionalText("last_name").orElse(""),
        complete ? Optional.of(identity(row)) : Optional.empty());
  }

  static StaffMember member(JsonAt json, long asked) {
    StaffMember member = member(json);
    if (member.id() != asked) {
      throw new StaffApiException(
          Kind.CHANGED, json.request() + " answered with staff member " + member.id());
    }
    return member;
  }

  static StaffMember member(JsonAt json) {
    boolean admin = json.flag("is_admin");
    List<StaffProfile.Granted> granted = new ArrayList<>();
    // Left out for administrators.
    if (!admin || json.json().hasNonNull("permissions")) {
      for (JsonAt row : json.rows("permissions")) {
        granted.add(
            new StaffProfile.Granted(
                row.text("code"), row.mark("name").orElse(""), row.mark("domain").orElse("")));
      }
    }
    Set<String> codes = new TreeSet<>(granted.stream().map(StaffProfile.Granted::code).toList());
    return new StaffMember(
        json.id("id"),
        json.optionalText("first_name").orElse(""),
        json.optionalText("last_name").orElse(""),
        admin,
        identity(json),
        codes,
        profile(json, granted));
  }

  private static StaffProfile profile(JsonAt json, List<StaffProfile.Granted> granted) {
    return new StaffProfile(
        json.mark("phone"),
        json.mark("mobile"),
        json.mark("fax"),
        json.mark("image"),
        json.texts("tags"),
        List.copyOf(granted),
        json.mark("created_at"),
        json.mark("updated_at"));
  }

  static StaffAddress address(JsonAt json) {
    return new StaffAddress(
        json.optionalTexts("lines"),
        json.mark("city"),
        json.mark("zone"),
        json.mark("postal_code"),
        json.mark("country"));
  }

  static WebhookRow webhook(JsonAt json) {
    Map<String, String> headers = new TreeMap<>();
    json.json()
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new WebhookRow(
        json.id("id"),
        new WebhookSubscription(
            json.text("topic"),
            json.text("address"),
            json.at("filter").optionalTexts("tags"),
            json.json().path("headers").isObject() ? Optional.of(headers) : Optional.empty(),
            json.mark("format")));
  }

  private static StaffIdentity identity(JsonAt json) {
    Optional<String> primary = json.optionalText("primary_email_address");
    Set<String> emails = new LinkedHashSet<>(json.texts("email_addresses"));
    primary.ifPresent(emails::add);
    return new StaffIdentity(json.optionalText("code"), primary, emails);
  }
}
