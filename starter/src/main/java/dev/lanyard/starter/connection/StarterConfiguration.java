package dev.lanyard.starter.connection;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import dev.lanyard.secrets.StateFolder;
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
    StateFolder folder = folder(config, environment);
    return new StarterConfiguration(
        folder.home(), folder.keys(), taskQueue(config), user(environment));
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

  /** The worker's and the starter's defaults are one and the same, or no payload could be read. */
  private static StateFolder folder(Config config, Map<String, String> environment) {
    try {
      return StateFolder.of(
          config.hasPath("lanyard.home") ? config.getString("lanyard.home") : "",
          config.hasPath("lanyard.keys") ? config.getString("lanyard.keys") : "",
          environment);
    } catch (InvalidPathException e) {
      throw new StarterFailure(
          "LANYARD_HOME, LANYARD_KEYS or XDG_STATE_HOME is not a path",
          "give one such as ~/.local/state/lanyard");
    }
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
}
