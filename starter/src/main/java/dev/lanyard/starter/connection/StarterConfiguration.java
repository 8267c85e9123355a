package dev.lanyard.starter.connection;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import dev.lanyard.workflows.TaskQueues;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the starter is told from outside, besides where Temporal is (that is Temporal's own
 * environment and {@code temporal.toml}).
 *
 * @param home state folder
 * @param keys folder of the installation's keys
 * @param taskQueue the worker's
 * @param user who types, for the record of decisions
 */
public record StarterConfiguration(Path home, Path keys, String taskQueue, String user) {

  private static final Pattern TASK_QUEUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /**
   * Reads the starter's own defaults, the file that {@code LANYARD_CONFIG} names, and the
   * environment, the last one winning.
   *
   * @throws StarterFailure that names the value at fault, with an example
   */
  public static StarterConfiguration read(Map<String, String> environment) {
    Config config;
    try {
      config =
          environmentKeys(environment)
              .withFallback(file(environment))
              .withFallback(
                  ConfigFactory.parseResources(
                      StarterConfiguration.class.getClassLoader(),
                      "dev/lanyard/starter/starter.conf",
                      ConfigParseOptions.defaults().setAllowMissing(false)))
              .resolve(ConfigResolveOptions.noSystem());
    } catch (ConfigException e) {
      throw new StarterFailure(
          "the configuration cannot be read: " + e.getMessage(),
          "LANYARD_CONFIG names a file such as: lanyard { task-queue = \"lanyard\" }",
          e);
    }
    Path home =
        config.hasPath("lanyard.home")
            ? path("lanyard.home (LANYARD_HOME)", config.getString("lanyard.home"))
            : defaultHome(environment);
    Path keys =
        config.hasPath("lanyard.keys")
            ? path("lanyard.keys (LANYARD_KEYS)", config.getString("lanyard.keys"))
            : home.resolve("keys");
    return new StarterConfiguration(home, keys, taskQueue(config), user(environment));
  }

  /** What our variables say, under the names that a file uses. */
  private static Config environmentKeys(Map<String, String> environment) {
    Config config = ConfigFactory.empty();
    for (Map.Entry<String, String> key :
        Map.of(
                "LANYARD_HOME", "lanyard.home",
                "LANYARD_KEYS", "lanyard.keys",
                "LANYARD_TASK_QUEUE", "lanyard.task-queue")
            .entrySet()) {
      String value = environment.get(key.getKey());
      if (value != null && !value.isBlank()) {
        config = config.withFallback(ConfigFactory.parseMap(Map.of(key.getValue(), value)));
      }
    }
    return config;
  }

  private static Config file(Map<String, String> environment) {
    String name = environment.getOrDefault("LANYARD_CONFIG", "");
    return name.isBlank()
        ? ConfigFactory.empty()
        : ConfigFactory.parseFile(
            new File(name), ConfigParseOptions.defaults().setAllowMissing(false));
  }

  private static Path defaultHome(Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    Path folder =
        state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : path("XDG_STATE_HOME", state);
    return folder.resolve("lanyard");
  }

  private static String taskQueue(Config config) {
    String value = config.getString("lanyard.task-queue");
    if (!TASK_QUEUE.matcher(value).matches()) {
      throw new StarterFailure(
          "lanyard.task-queue (LANYARD_TASK_QUEUE) must be letters, digits, '.', '_' or '-'",
          "leave it out for \"" + TaskQueues.DEFAULT + "\", or give what the worker was given");
    }
    return value;
  }

  private static String user(Map<String, String> environment) {
    String user = environment.getOrDefault("USER", "");
    return user.isBlank() ? System.getProperty("user.name", "unknown") : user;
  }

  private static Path path(String key, String value) {
    try {
      return Path.of(value).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new StarterFailure(key + " is not a path", "give one such as ~/.local/state/lanyard");
    }
  }
}
