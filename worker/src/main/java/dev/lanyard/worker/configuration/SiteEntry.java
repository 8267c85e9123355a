package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One Backoffice site of the site map.
 *
 * @param name its exact long name
 */
record SiteEntry(String name, OptionalLong staffSiteId, Optional<ZoneId> zone) {

  private static final String KEY = "lanyard.sites";
  private static final String EXAMPLE =
      "{ name = \"Wash 37135\", staff-site-id = 921, zone = \"America/Chicago\" }";
  private static final Set<String> KNOWN = Set.of("name", "staff-site-id", "zone");

  static List<SiteEntry> all(Values values) {
    List<? extends Config> entries;
    try {
      entries = values.merged().getConfigList(KEY);
    } catch (ConfigException e) {
      values.problem(KEY, "must be a list of sites", "[" + EXAMPLE + "]");
      return List.of();
    }
    List<SiteEntry> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String key = KEY + "[" + i + "]";
      try {
        SiteEntry entry = one(entries.get(i), key, values);
        if (!names.add(entry.name())) {
          values.problem(key, "repeats the site \"" + entry.name() + "\"", "");
        }
        all.add(entry);
      } catch (ConfigException e) {
        values.problem(key, "is no site entry", EXAMPLE);
      }
    }
    return all;
  }

  private static SiteEntry one(Config entry, String key, Values values) {
    entry.root().keySet().stream()
        .filter(k -> !KNOWN.contains(k))
        .sorted()
        .forEach(k -> values.problem(key + "." + k, "is no key of a site", EXAMPLE));
    OptionalLong id =
        entry.hasPath("staff-site-id") ? staffSiteId(entry, key, values) : OptionalLong.empty();
    Optional<ZoneId> zone =
        entry.hasPath("zone")
            ? Optional.of(values.zone(key + ".zone", entry.getString("zone")))
            : Optional.empty();
    return new SiteEntry(entry.getString("name").strip(), id, zone);
  }

  /** Without a stand-in: two of them would look like one site for both. */
  private static OptionalLong staffSiteId(Config entry, String key, Values values) {
    int noted = values.noted();
    long id = values.id(entry, "staff-site-id", key + ".staff-site-id", "921");
    return values.noted() > noted ? OptionalLong.empty() : OptionalLong.of(id);
  }
}
