package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment over the file over {@code reference.conf}. Which variable stands for which key is
 * written in one place, the {@code ${?NAME}} of the reference.
 *
 * @param merged what counts
 * @param variables by key
 */
record Layers(Config merged, Map<String, String> variables) {

  private static final String REFERENCE = "dev/lanyard/worker/reference.conf";
  private static final String FILE_VARIABLE = "LANYARD_CONFIG";
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{\\?([A-Z0-9_]+)}");

  /**
   * The keys below which a file may name what it likes; who reads them says what is wrong there.
   */
  private static final List<String> FREE_NAMES =
      List.of(
          "lanyard.staff-api.permissions.by-template",
          "lanyard.approvals",
          "lanyard.roles",
          "lanyard.pos-user-ids",
          "lanyard.notifications.groups",
          "lanyard.notifications.digest.sites");

  /** Every environment variable that is looked at. */
  static Set<String> knownVariables() {
    Set<String> known = new TreeSet<>(variables(reference()).values());
    known.add(FILE_VARIABLE);
    return known;
  }

  /**
   * The files that hold rules: the one of {@code LANYARD_CONFIG}, and the one that it or a variable
   * names for the approval policy. Files that these include are not among them.
   */
  static Set<Path> rulesFiles(Map<String, String> environment) {
    Set<Path> files = new LinkedHashSet<>();
    String file = environment.getOrDefault(FILE_VARIABLE, "");
    if (!file.isBlank()) {
      files.add(Path.of(file));
    }
    Layers layers = read(environment, new ArrayList<>());
    if (layers.has(ApprovalSection.FILE_KEY)
        && layers.merged().getValue(ApprovalSection.FILE_KEY).valueType()
            == ConfigValueType.STRING) {
      files.add(Path.of(layers.merged().getString(ApprovalSection.FILE_KEY)));
    }
    return files;
  }

  private static Config reference() {
    return ConfigFactory.parseResources(
        Layers.class.getClassLoader(),
        REFERENCE,
        ConfigParseOptions.defaults().setAllowMissing(false));
  }

  static Layers read(Map<String, String> environment, List<ConfigurationProblem> problems) {
    Config reference = reference();
    Map<String, String> variables = variables(reference);
    Config file = file(environment, problems);
    reportUnknown(file, reference, variables, problems);
    Map<String, Object> given = new HashMap<>();
    variables.forEach(
        (key, variable) -> {
          String value = environment.getOrDefault(variable, "");
          if (!value.isBlank()) {
            given.put(key, value);
          }
        });
    Config merged =
        ConfigFactory.parseMap(given, "environment")
            .withFallback(file)
            .withFallback(resolve(reference, Map.of()));
    return new Layers(merged, variables);
  }

  /** Resolves the reference with marks in place of values, and looks where the marks went. */
  private static Map<String, String> variables(Config reference) {
    Map<String, String> marks = new HashMap<>();
    Matcher names = SUBSTITUTION.matcher(reference.root().render());
    while (names.find()) {
      marks.put(names.group(1), names.group(1));
    }
    Map<String, String> byKey = new TreeMap<>();
    resolve(reference, marks)
        .entrySet()
        .forEach(
            entry -> {
              Object value = entry.getValue().unwrapped();
              if (value instanceof String name && marks.containsKey(name)) {
                byKey.put(entry.getKey(), name);
              }
            });
    return byKey;
  }

  private static Config file(Map<String, String> environment, List<ConfigurationProblem> problems) {
    String name = environment.getOrDefault(FILE_VARIABLE, "");
    if (name.isBlank()) {
      return ConfigFactory.empty();
    }
    Path path = Path.of(name);
    if (!Files.isReadable(path)) {
      problems.add(
          new ConfigurationProblem(
              FILE_VARIABLE, "names " + name + ", which cannot be read", "/etc/lanyard.conf"));
      return ConfigFactory.empty();
    }
    try {
      return resolve(ConfigFactory.parseFile(path.toFile()), environment);
    } catch (ConfigException e) {
      // The parser's message may quote the line, and the line may hold a secret.
      String where = e.origin() == null ? name : e.origin().description();
      problems.add(
          new ConfigurationProblem(
              FILE_VARIABLE,
              "cannot be understood at " + where,
              "lanyard { task-queue = lanyard }"));
      return ConfigFactory.empty();
    }
  }

  private static void reportUnknown(
      Config file,
      Config reference,
      Map<String, String> variables,
      List<ConfigurationProblem> problems) {
    Config known = resolve(reference, Map.of());
    file.entrySet().stream()
        .map(Map.Entry::getKey)
        .sorted()
        .filter(key -> !variables.containsKey(key))
        .filter(key -> FREE_NAMES.stream().noneMatch(free -> key.startsWith(free + ".")))
        .filter(key -> !known.hasPath(key))
        .forEach(
            key ->
                problems.add(
                    new ConfigurationProblem(
                        key, "is no key of Lanyard's worker; every key is in reference.conf", "")));
  }

  private static Config resolve(Config config, Map<String, String> environment) {
    Map<String, String> named = new HashMap<>(environment);
    // Other names would be read as paths.
    named.keySet().removeIf(name -> !name.matches("[A-Za-z0-9_]+"));
    // Not resolveWith: it fails on a key that has a default and a substitution.
    Config resolved =
        config
            .withFallback(ConfigFactory.parseMap(named, "environment"))
            .resolve(ConfigResolveOptions.defaults().setUseSystemEnvironment(false));
    for (String name : named.keySet()) {
      resolved = resolved.withoutPath(name);
    }
    return resolved;
  }

  /** {@code SONNYS_SUBDOMAIN (lanyard.backoffice.subdomain)}, or the key alone. */
  String name(String key) {
    return variables.containsKey(key) ? variables.get(key) + " (" + key + ")" : key;
  }

  /** The variable where there is one, else the key: for the second mention in a sentence. */
  String shortName(String key) {
    return variables.getOrDefault(key, key);
  }

  boolean has(String key) {
    return merged.hasPath(key)
        && !(merged.getValue(key).valueType() == ConfigValueType.STRING
            && merged.getString(key).isBlank());
  }
}
