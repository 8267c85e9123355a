package dev.lanyard.worker.configuration;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import dev.lanyard.activities.http.RemoteOrigin;
import dev.lanyard.activities.staffapi.StaffApiCredentials;
import dev.lanyard.activities.staffapi.StaffApiSettings;
import dev.lanyard.activities.staffapi.StaffPolicy;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.activities.staffapi.client.WebhookSubscription;
import dev.lanyard.secrets.StateFolder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All of {@code lanyard.staff-api}.
 *
 * @param settings null once a problem is noted; then nobody gets to see it
 */
record StaffApiSection(
    StaffApiSettings settings, StaffApiAccess access, Pace pace, RequestLimit limit) {

  private static final String AT = "lanyard.staff-api.";

  static StaffApiSection read(Values values, List<SiteEntry> sites, StateFolder folder) {
    StaffApiAccess access = access(values, folder);
    int limit =
        values.has(AT + "requests-per-minute")
            ? values.count(AT + "requests-per-minute", 100_000)
            : access.mode().requestsPerMinute();
    int requests = values.count(AT + "requests-per-activity", 1_000);
    int concurrent = values.count(AT + "concurrent", 100);
    // One of the slots is always free for a revocation.
    RequestLimit shared = new RequestLimit(limit, requests, Math.max(1, concurrent - 1));
    return new StaffApiSection(settings(values, sites), access, Pace.atOnce(concurrent), shared);
  }

  private static StaffApiAccess access(Values values, StateFolder folder) {
    String word = values.text(AT + "authorization", "basic");
    StaffApiAccess.Mode mode =
        StaffApiAccess.Mode.of(word)
            .orElseGet(
                () -> {
                  values.problem(
                      AT + "authorization", "must be basic, oauth or client-credentials", "oauth");
                  return StaffApiAccess.Mode.BASIC;
                });
    return new StaffApiAccess(
        mode,
        values.text(AT + "redirect-uri", "http://127.0.0.1:8765/"),
        values.text(AT + "authorize-url", "https://my.kounta.com/authorize"),
        folder.home().resolve("staff-api").resolve("tokens"));
  }

  private static StaffApiSettings settings(Values values, List<SiteEntry> sites) {
    int noted = values.noted();
    SecretText clientId = values.secret(AT + "client-id", "the id that the vendor gave");
    SecretText secret = values.secret(AT + "client-secret", "the secret that belongs to the id");
    RemoteOrigin origin = origin(values);
    long companyId = values.id(AT + "company-id", "5678");
    Duration httpTimeout = values.duration(AT + "http-timeout", Duration.ofMillis(1));
    Duration settleDelay = WorkerConfiguration.settleDelay(values, AT, httpTimeout);
    Map<String, List<String>> byTemplate = byTemplate(values, AT + "permissions.by-template");
    List<String> permissions = values.texts(AT + "permissions.default");
    Set<String> without = Set.copyOf(values.texts(AT + "templates-without-account"));
    StaffPolicy policy =
        new StaffPolicy(skipsWithoutEmail(values), values.yesOrNo(AT + "delete-leavers"));
    List<WebhookSubscription> webhooks = WebhookEntry.all(values);
    return values.section(
        "lanyard.staff-api",
        noted,
        () ->
            new StaffApiSettings(
                origin,
                () -> new StaffApiCredentials(clientId.get(), secret.get()),
                companyId,
                httpTimeout,
                settleDelay,
                siteMap(sites),
                byTemplate,
                permissions,
                without,
                policy,
                webhooks));
  }

  private static boolean skipsWithoutEmail(Values values) {
    return switch (values.text(AT + "missing-email", "park")) {
      case "park" -> false;
      case "skip" -> true;
      default -> {
        values.problem(AT + "missing-email", "must be park or skip", "park");
        yield false;
      }
    };
  }

  /** The vendor's interface lies under {@code v1/}; an origin alone is completed with it. */
  private static RemoteOrigin origin(Values values) {
    RemoteOrigin given =
        WorkerConfiguration.origin(values, AT + "base-url", "https://api.kounta.com");
    return given.base().encodedPath().equals("/")
        ? new RemoteOrigin(given.base().newBuilder().addPathSegments("v1/").build())
        : given;
  }

  private static Map<String, Long> siteMap(List<SiteEntry> sites) {
    Map<String, Long> map = new LinkedHashMap<>();
    sites.forEach(s -> s.staffSiteId().ifPresent(id -> map.put(s.name(), id)));
    return map;
  }

  private static Map<String, List<String>> byTemplate(Values values, String key) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    try {
      ConfigObject templates = values.merged().getObject(key);
      for (String template : templates.keySet()) {
        map.put(template, templates.toConfig().getStringList("\"" + template + "\""));
      }
    } catch (ConfigException e) {
      values.problem(
          key, "must give each template a list of codes", "{ \"General User\" = [FinishSale] }");
    }
    return map;
  }
}
