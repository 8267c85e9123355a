package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.client.WebhookSubscription;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * How the staff API is reached, and which access a permission template stands for there.
 *
 * @param origin ends in {@code /v1/}
 * @param credentials asked before every request
 * @param companyId positive
 * @param httpTimeout for a whole request
 * @param settleDelay how long a write without an answer is given to show; longer than the time-out
 * @param siteMap the staff API's site id by the exact name of a Backoffice site; a site that is not
 *     in it is looked for under its own name
 * @param permissionsByTemplate permission codes by the exact name of a permission template
 * @param defaultPermissions for every other template
 * @param templatesWithoutAccount people with these templates get no staff account
 * @param policy what the owner decided
 * @param webhooks the subscriptions to be kept
 */
public record StaffApiSettings(
    RemoteOrigin origin,
    Supplier<StaffApiCredentials> credentials,
    long companyId,
    Duration httpTimeout,
    Duration settleDelay,
    Map<String, Long> siteMap,
    Map<String, List<String>> permissionsByTemplate,
    List<String> defaultPermissions,
    Set<String> templatesWithoutAccount,
    StaffPolicy policy,
    List<WebhookSubscription> webhooks) {

  /**
   * @throws IllegalArgumentException lists everything that is wrong
   */
  public StaffApiSettings {
    // Sorted, so that problems are listed in an order that stays.
    siteMap = new TreeMap<>(siteMap);
    permissionsByTemplate = new TreeMap<>(permissionsByTemplate);
    permissionsByTemplate.replaceAll((template, codes) -> List.copyOf(codes));
    defaultPermissions = List.copyOf(defaultPermissions);
    templatesWithoutAccount = Set.copyOf(templatesWithoutAccount);
    webhooks = List.copyOf(webhooks);
    List<String> problems = new ArrayList<>();
    if (!origin.base().encodedPath().endsWith("/v1/")) {
      problems.add("origin must end in /v1/, such as https://api.kounta.com/v1/");
    }
    if (companyId <= 0) {
      problems.add("companyId must be positive, such as 5678");
    }
    if (httpTimeout.isZero() || httpTimeout.isNegative()) {
      problems.add("httpTimeout must be positive, such as 30 s");
    }
    if (settleDelay.compareTo(httpTimeout) <= 0) {
      problems.add("settleDelay must be longer than httpTimeout");
    }
    siteMap.forEach(
        (name, id) -> {
          if (id <= 0) {
            problems.add("siteMap \"" + name + "\" must be a positive site id, such as 921");
          }
        });
    addShared(siteMap, problems);
    permissionsByTemplate.forEach(
        (template, codes) ->
            addUnknown("permissionsByTemplate \"" + template + "\"", codes, problems));
    addUnknown("defaultPermissions", defaultPermissions, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    siteMap = Map.copyOf(siteMap);
    permissionsByTemplate = Map.copyOf(permissionsByTemplate);
  }

  /** Access to one of two such Backoffice sites would be access to the other. */
  private static void addShared(Map<String, Long> siteMap, List<String> problems) {
    Map<Long, String> first = new TreeMap<>();
    siteMap.forEach(
        (name, id) -> {
          String other = first.putIfAbsent(id, name);
          if (other != null) {
            problems.add(
                "siteMap \"%s\" and \"%s\" both stand for site %d; give each its own"
                    .formatted(other, name, id));
          }
        });
  }

  private static void addUnknown(String where, List<String> codes, List<String> problems) {
    List<String> unknown = codes.stream().filter(code -> !PermissionCatalogue.knows(code)).toList();
    if (!unknown.isEmpty()) {
      problems.add(
          where
              + " names unknown permission codes "
              + String.join(", ", unknown)
              + "; known are "
              + String.join(", ", PermissionCatalogue.codes()));
    }
  }

  /** Whether people with this template get a staff account at all. */
  boolean givesAccount(String template) {
    return !templatesWithoutAccount.contains(template);
  }

  /** Whether the mapping says anything about this template, or only the default counts. */
  boolean maps(String template) {
    return permissionsByTemplate.containsKey(template);
  }

  /** The codes that a template stands for, sorted and each once. */
  List<String> permissionsFor(String template) {
    return permissionsByTemplate.getOrDefault(template, defaultPermissions).stream()
        .distinct()
        .sorted()
        .toList();
  }
}
