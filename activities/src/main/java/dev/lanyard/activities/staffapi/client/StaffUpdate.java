package dev.lanyard.activities.staffapi.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The body of an update. It begins with a site decision and cannot be had without one, since the
 * API takes a left out {@code sites} for all sites. Everything else that is not named stays as it
 * is.
 */
public final class StaffUpdate {

  private static final List<String> PERSONAL =
      List.of("first_name", "last_name", "primary_email_address", "phone");

  private final SiteDecision sites;
  private final Map<String, Object> fields;

  private StaffUpdate(SiteDecision sites, Map<String, Object> fields) {
    this.sites = sites;
    this.fields = fields;
  }

  /** An update that changes the sites, or sets them to what they were. */
  public static StaffUpdate at(SiteDecision sites) {
    if (sites == null) {
      throw new NullPointerException("no site decision");
    }
    return new StaffUpdate(sites, Map.of());
  }

  /** No access at all: not an administrator, no permissions, no sites. */
  public static StaffUpdate revocation() {
    return at(SiteDecision.none()).admin(false).permissions(List.of());
  }

  public StaffUpdate admin(boolean admin) {
    return with("is_admin", admin);
  }

  /** Replaces all permissions; empty revokes them. */
  public StaffUpdate permissions(List<String> codes) {
    return with("permissions", List.copyOf(codes));
  }

  /** Replaces all tags; empty removes them. */
  public StaffUpdate tags(List<String> tags) {
    return with("tags", List.copyOf(tags));
  }

  /** At most 255 characters. */
  public StaffUpdate code(String code) {
    return with("code", code);
  }

  public StaffUpdate firstName(String name) {
    return with("first_name", name);
  }

  public StaffUpdate lastName(String name) {
    return with("last_name", name);
  }

  public StaffUpdate email(String address) {
    return with("primary_email_address", address);
  }

  public StaffUpdate phone(String number) {
    return with("phone", number);
  }

  /** The address of a picture. */
  public StaffUpdate image(String address) {
    return with("image", address);
  }

  private StaffUpdate with(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(field, value);
    return new StaffUpdate(sites, more);
  }

  /**
   * What the API would refuse, each entry naming its field. Permission codes are not looked at: an
   * earlier access is given back as the API itself had named it.
   */
  public List<String> problems() {
    return List.copyOf(WriteRules.problems(fields));
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    sites.decide(body);
    return body;
  }

  List<String> personal() {
    List<String> personal = new ArrayList<>();
    PERSONAL.stream()
        .flatMap(field -> Stream.ofNullable(fields.get(field)))
        .forEach(value -> personal.add(value.toString()));
    return personal;
  }

  @Override
  public String toString() {
    return "StaffUpdate[" + fields.keySet() + ", " + sites + "]";
  }
}
