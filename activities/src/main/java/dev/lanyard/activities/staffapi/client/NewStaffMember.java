package dev.lanyard.activities.staffapi.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a create; never an administrator. Both lists are always sent, since the API takes a
 * left out {@code sites} for all sites and a left out {@code permissions} for its six defaults.
 *
 * @param permissions codes
 * @param siteIds empty means no site
 */
public record NewStaffMember(
    String firstName,
    String lastName,
    String email,
    Optional<String> phone,
    String code,
    List<String> permissions,
    List<Long> siteIds) {

  public NewStaffMember {
    permissions = List.copyOf(permissions);
    siteIds = List.copyOf(siteIds);
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("first_name", firstName);
    body.put("last_name", lastName);
    body.put("primary_email_address", email);
    phone.ifPresent(number -> body.put("phone", number));
    body.put("is_admin", false);
    body.put("permissions", permissions);
    body.put("sites", siteIds);
    body.put("code", code);
    return body;
  }

  List<String> personal() {
    return Stream.concat(Stream.of(firstName, lastName, email), phone.stream())
        .collect(Collectors.toList());
  }

  @Override
  public String toString() {
    return "NewStaffMember[" + code + ", [redacted]]";
  }
}
