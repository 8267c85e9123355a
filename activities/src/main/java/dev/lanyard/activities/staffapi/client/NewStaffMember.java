package dev.lanyard.activities.staffapi.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The body of a create; never an administrator. What the member may do and where is always said,
 * since the API takes left out {@code sites} for all sites and left out {@code permissions} for its
 * six defaults.
 *
 * @param code at most 255 characters
 * @param permissions codes
 * @param tags may be empty
 * @param image address of a picture
 */
public record NewStaffMember(
    String firstName,
    String lastName,
    String email,
    Optional<String> phone,
    String code,
    List<String> permissions,
    SiteDecision sites,
    List<String> tags,
    Optional<String> image) {

  public NewStaffMember {
    permissions = List.copyOf(permissions);
    tags = List.copyOf(tags);
    if (sites == null) {
      throw new NullPointerException("no site decision");
    }
  }

  /** What the API would refuse, each entry naming its field; empty when nothing is known. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(WriteRules.problems(body()));
    problems.addAll(WriteRules.unknownCodes(permissions));
    return List.copyOf(problems);
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("first_name", firstName);
    body.put("last_name", lastName);
    body.put("primary_email_address", email);
    phone.ifPresent(number -> body.put("phone", number));
    body.put("is_admin", false);
    body.put("permissions", permissions);
    sites.decide(body);
    body.put("code", code);
    if (!tags.isEmpty()) {
      body.put("tags", tags);
    }
    image.ifPresent(address -> body.put("image", address));
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
