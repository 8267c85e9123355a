package dev.lanyard.activities.staffapi.client;

import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/** What the API would refuse, known before it is asked. Messages repeat no value of a person. */
final class WriteRules {

  /** The vendor's page: "up to 255 characters". */
  private static final int CODE_LIMIT = 255;

  private WriteRules() {}

  /** Every problem of a body, one entry each, of the fields that it has. */
  static List<String> problems(Map<String, Object> body) {
    List<String> problems = new ArrayList<>();
    for (String name : List.of("first_name", "last_name")) {
      if (body.get(name) instanceof String value && value.isBlank()) {
        problems.add(name + ": is missing");
      }
    }
    if (body.get("primary_email_address") instanceof String email) {
      HireRules.email(email)
          .ifPresent(problem -> problems.add("primary_email_address: " + problem.message()));
    }
    if (body.get("code") instanceof String code
        && code.codePointCount(0, code.length()) > CODE_LIMIT) {
      problems.add("code: must have at most " + CODE_LIMIT + " characters");
    }
    if (body.get("image") instanceof String image && !image.isEmpty() && !isHttps(image)) {
      problems.add("image: must be an https address, or empty");
    }
    return problems;
  }

  /** Without a password in it: whoever looks at the record sees and fetches it. */
  private static boolean isHttps(String address) {
    HttpUrl url = HttpUrl.parse(address);
    return url != null && url.isHttps() && url.username().isEmpty() && url.password().isEmpty();
  }

  /** One entry, when any code is none of the vendor's page. */
  static List<String> unknownCodes(List<String> permissions) {
    List<String> unknown =
        permissions.stream().filter(code -> !PermissionCatalogue.knows(code)).sorted().toList();
    return unknown.isEmpty()
        ? List.of()
        : List.of("permissions: no permission codes are " + String.join(", ", unknown));
  }
}
