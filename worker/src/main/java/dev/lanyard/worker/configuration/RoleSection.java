package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueType;
import dev.lanyard.activities.rules.AccessRole;
import dev.lanyard.activities.rules.AccessRules;
import dev.lanyard.activities.rules.WageBand;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.PosUserIdRange;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code lanyard.roles} and what belongs to it; each mistake is noted under its role's name. */
final class RoleSection {

  private static final String ROLES = "lanyard.roles";
  private static final String RANGE = "lanyard.pos-user-ids";

  /**
   * More IDs than a tenant has people, many times over (guessed); a look at a range stays short.
   */
  private static final int LARGEST_RANGE = 100_000;

  private static final Set<String> KNOWN =
      Set.of(
          "sites",
          "template",
          "departments",
          "wage",
          "pos-user-ids",
          "staff-permissions",
          "staff-account");

  private static final String LIST = "[\"Wash 37135\"]";
  private static final String WAGE = "{ min = 14.00, max = 18.50, default = 15.50 }";
  private static final String IDS = "{ from = 20000, to = 20999 }";

  private final Values values;

  private RoleSection(Values values) {
    this.values = values;
  }

  static AccessRules read(Values values) {
    return new RoleSection(values).rules();
  }

  private AccessRules rules() {
    Config merged = values.merged();
    Map<String, AccessRole> roles = new LinkedHashMap<>();
    try {
      ConfigObject all = merged.getObject(ROLES);
      all.keySet().stream()
          .sorted()
          .forEach(name -> one(name, all).ifPresent(role -> roles.put(name, role)));
    } catch (ConfigException e) {
      values.problem(ROLES, "must be roles by name", "{ \"Greeter at Harbor\" { ... } }");
    }
    Optional<PosUserIdRange> range = Optional.empty();
    try {
      Config found = merged.getConfig(RANGE);
      range = found.isEmpty() ? range : range(found, RANGE);
    } catch (ConfigException e) {
      values.problem(RANGE, "must have from and to", IDS);
    }
    return new AccessRules(roles, range, values.yesOrNo("lanyard.like-copies-wage"));
  }

  private Optional<AccessRole> one(String name, ConfigObject all) {
    String key = ROLES + ".\"" + name + "\"";
    if (HireRules.role(name).isPresent()) {
      values.problem(key, "has a name that no hire can name", "\"Greeter at Harbor\"");
      return Optional.empty();
    }
    if (all.get(name).valueType() != ConfigValueType.OBJECT) {
      values.problem(key, "must be a role", "{ template = \"General User\" }");
      return Optional.empty();
    }
    Config role = ((ConfigObject) all.get(name)).toConfig();
    role.root().keySet().stream()
        .filter(k -> !KNOWN.contains(k))
        .sorted()
        .forEach(
            k ->
                values.problem(
                    key + "." + k,
                    "is no key of a role; known are "
                        + String.join(", ", KNOWN.stream().sorted().toList()),
                    ""));
    Optional<Boolean> account =
        read(role, "staff-account", key, "must be true or false", "false", Config::getBoolean);
    Optional<List<String>> permissions = permissions(role, key);
    if (permissions.isPresent() && account.filter(has -> !has).isPresent()) {
      values.problem(
          key + ".staff-permissions", "does not go together with staff-account = false", "");
    }
    return Optional.of(
        new AccessRole(
            name,
            sites(role, key),
            read(role, "template", key, "must be a name", "\"General User\"", Config::getString)
                .filter(template -> named(template, key + ".template", "\"General User\"")),
            names(role, "departments", key, "[Greeter]").orElse(List.of()),
            wage(role, key),
            ids(role, key),
            permissions,
            account));
  }

  private Optional<SiteChoice> sites(Config role, String key) {
    if (role.hasPath("sites")
        && role.getValue("sites").valueType() == ConfigValueType.STRING
        && role.getString("sites").equals("all")) {
      return Optional.of(SiteChoice.everySite());
    }
    return names(role, "sites", key, LIST + " or all")
        .filter(
            names -> {
              if (names.isEmpty()) {
                values.problem(key + ".sites", "must name a site, or be all", LIST);
              }
              return !names.isEmpty();
            })
        .map(SiteChoice::of);
  }

  private Optional<List<String>> names(Config role, String field, String key, String example) {
    String at = key + "." + field;
    Optional<List<String>> names =
        read(role, field, key, "must be a list of names", example, Config::getStringList);
    names.ifPresent(
        list -> {
          if (new HashSet<>(list).size() < list.size()) {
            values.problem(at, "names the same one twice", example);
          }
        });
    return names.filter(list -> list.stream().allMatch(name -> named(name, at, example)));
  }

  private boolean named(String name, String at, String example) {
    boolean good = HireRules.role(name).isEmpty() && name.equals(name.strip());
    if (!good) {
      values.problem(at, "has a name that is blank, too long or not printable", example);
    }
    return good;
  }

  private Optional<List<String>> permissions(Config role, String key) {
    Optional<List<String>> codes = names(role, "staff-permissions", key, "[FinishSale]");
    codes.ifPresent(
        list ->
            list.stream()
                .filter(code -> !PermissionCatalogue.knows(code))
                .forEach(
                    code ->
                        values.problem(
                            key + ".staff-permissions",
                            "names the unknown permission code "
                                + code
                                + "; known are "
                                + String.join(", ", PermissionCatalogue.codes()),
                            "[FinishSale]")));
    return codes;
  }

  private Optional<WageBand> wage(Config role, String key) {
    if (!role.hasPath("wage")) {
      return Optional.empty();
    }
    String at = key + ".wage";
    int noted = values.noted();
    Optional<Config> wage = read(role, "wage", key, "must be a band", WAGE, Config::getConfig);
    wage.ifPresent(band -> onlyKeys(band, Set.of("min", "max", "default"), at, WAGE));
    Optional<BigDecimal> min = wage.flatMap(band -> rate(band, "min", at));
    Optional<BigDecimal> max = wage.flatMap(band -> rate(band, "max", at));
    Optional<BigDecimal> usual = wage.flatMap(band -> rate(band, "default", at));
    if (values.noted() > noted) {
      return Optional.empty();
    }
    if (min.isEmpty() || max.isEmpty()) {
      values.problem(at, "needs min and max", WAGE);
      return Optional.empty();
    }
    if (min.get().compareTo(max.get()) > 0) {
      values.problem(at, "has a min above its max", WAGE);
      return Optional.empty();
    }
    WageBand band = new WageBand(min.get(), max.get(), usual);
    if (usual.isPresent()
        && (usual.get().compareTo(min.get()) < 0 || usual.get().compareTo(max.get()) > 0)) {
      values.problem(at + ".default", "lies outside min and max", WAGE);
    }
    return Optional.of(band);
  }

  private Optional<BigDecimal> rate(Config band, String field, String at) {
    Optional<BigDecimal> rate =
        read(
            band,
            field,
            at,
            "must be dollars an hour",
            "15.50",
            (config, name) -> new BigDecimal(config.getString(name)));
    rate.flatMap(HireRules::wageRate)
        .ifPresent(problem -> values.problem(at + "." + field, problem.message(), "15.50"));
    return rate;
  }

  private Optional<PosUserIdRange> ids(Config role, String key) {
    return read(role, "pos-user-ids", key, "must have from and to", IDS, Config::getConfig)
        .flatMap(found -> range(found, key + ".pos-user-ids"));
  }

  private Optional<PosUserIdRange> range(Config found, String at) {
    int noted = values.noted();
    onlyKeys(found, Set.of("from", "to"), at, IDS);
    Optional<Integer> from =
        read(found, "from", at, "must be a whole number", "20000", Config::getInt);
    Optional<Integer> to = read(found, "to", at, "must be a whole number", "20999", Config::getInt);
    if (values.noted() > noted) {
      return Optional.empty();
    }
    if (from.isEmpty() || to.isEmpty()) {
      values.problem(at, "needs from and to", IDS);
      return Optional.empty();
    }
    boolean good =
        from.get() >= 1
            && to.get() <= PosUserId.LARGEST
            && from.get() <= to.get()
            && to.get() - from.get() < LARGEST_RANGE;
    if (!good) {
      values.problem(
          at,
          "must lie between 1 and "
              + PosUserId.LARGEST
              + ", from below to, with at most "
              + LARGEST_RANGE
              + " IDs",
          IDS);
      return Optional.empty();
    }
    return Optional.of(new PosUserIdRange(from.get(), to.get()));
  }

  private void onlyKeys(Config found, Set<String> known, String at, String example) {
    found.root().keySet().stream()
        .filter(k -> !known.contains(k))
        .sorted()
        .forEach(k -> values.problem(at + "." + k, "is no key of it", example));
  }

  private interface Reading<T> {
    T of(Config config, String field);
  }

  private <T> Optional<T> read(
      Config config, String field, String key, String reason, String example, Reading<T> reading) {
    if (!config.hasPath(field)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.of(config, field));
    } catch (ConfigException | NumberFormatException e) {
      values.problem(key + "." + field, reason, example);
      return Optional.empty();
    }
  }
}
