package dev.lanyard.secrets;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where Lanyard keeps what must outlive a process on this machine.
 *
 * @param home the local Temporal's database, and by default the keys
 * @param keys the folder of the keys
 */
public record StateFolder(Path home, Path keys) {

  /**
   * By {@code LANYARD_HOME} and {@code LANYARD_KEYS}; else {@code $XDG_STATE_HOME/lanyard}, {@code
   * ~/.local/state/lanyard}, and {@code keys} in it.
   */
  public static StateFolder of(Map<String, String> environment) {
    return of(
        environment.getOrDefault("LANYARD_HOME", ""),
        environment.getOrDefault("LANYARD_KEYS", ""),
        environment);
  }

  /**
   * The same where a file may name them too.
   *
   * @param home blank: the default
   * @param keys blank: {@code keys} in the home
   */
  public static StateFolder of(String home, String keys, Map<String, String> environment) {
    Path folder = (home.isBlank() ? defaultHome(environment) : Path.of(home)).toAbsolutePath();
    return new StateFolder(
        folder, keys.isBlank() ? folder.resolve("keys") : Path.of(keys).toAbsolutePath());
  }

  private static Path defaultHome(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
    // The XDG rules: a relative path is to be ignored.
    if (xdg.startsWith("/")) {
      return Path.of(xdg, "lanyard");
    }
    String user = environment.getOrDefault("HOME", "");
    return Path.of(user.isBlank() ? System.getProperty("user.home") : user)
        .resolve(Path.of(".local", "state", "lanyard"));
  }
}
