package dev.lanyard.worker.configuration;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import dev.lanyard.activities.digest.DigestSettings;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All of {@code lanyard.notifications.digest}.
 *
 * @param at the time of day, in each zone, at which its digest is sent; empty: none is
 */
public record Digests(DigestSettings settings, Optional<LocalTime> at) {

  private static final String AT = "lanyard.notifications.digest.";
  private static final String SITES = AT + "sites";

  /**
   * @param groups who can be told anything; empty where nobody is
   */
  static Digests read(
      Values values,
      String taskQueue,
      String approvers,
      String operators,
      ZoneId defaultZone,
      Map<String, ZoneId> zones,
      Set<String> groups) {
    Map<String, String> bySite = bySite(values);
    bySite.forEach(
        (site, group) -> {
          if (!groups.contains(group)) {
            values.problem(
                SITES, "names the group " + group + ", which groups lacks", group + " {}");
          }
        });
    return new Digests(
        new DigestSettings(
            taskQueue,
            bySite,
            approvers,
            operators,
            zones,
            defaultZone,
            values.duration(AT + "ahead")),
        groups.isEmpty() ? Optional.empty() : time(values));
  }

  private static Optional<LocalTime> time(Values values) {
    String word = values.text(AT + "at", "06:30");
    if (word.equals("never")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(word));
    } catch (DateTimeParseException e) {
      values.problem(AT + "at", "must be a time of day, or never", "06:30");
      return Optional.empty();
    }
  }

  private static Map<String, String> bySite(Values values) {
    Map<String, String> groups = new LinkedHashMap<>();
    try {
      ConfigObject sites = values.merged().getObject(SITES);
      new TreeMap<>(sites).forEach((site, group) -> groups.put(site, text(group.unwrapped())));
    } catch (ConfigException e) {
      values.problem(SITES, "must give sites their group", "{ \"Wash 37135\" = harbor }");
    }
    return groups;
  }

  private static String text(Object group) {
    return String.valueOf(group).strip();
  }
}
