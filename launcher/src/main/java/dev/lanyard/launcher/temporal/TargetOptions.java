package dev.lanyard.launcher.temporal;

import dev.lanyard.secrets.Keys;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a Temporal is looked for.
 *
 * @param environment of the process: TEMPORAL_…, PATH, HOME, XDG_CACHE_HOME
 * @param home Lanyard's state folder
 * @param say takes one line for people
 * @param codecKeys what a codec server for the local UI reads payloads with; none is started
 *     without
 * @param allowInProcess whether, as the last resort, a server inside this process will do (the
 *     demo)
 * @param registerSearchAttributes also on a server that was there already and that nobody named;
 *     one that we start always gets them, a named one never
 * @param port where a local server listens; its UI is a thousand above, the codec server beside
 *     that
 */
public record TargetOptions(
    Map<String, String> environment,
    Path home,
    Consumer<String> say,
    Optional<Keys> codecKeys,
    boolean allowInProcess,
    boolean registerSearchAttributes,
    int port) {

  /** The port that every tool of Temporal's tries first. */
  public static final int DEFAULT_PORT = 7233;

  public TargetOptions {
    environment = Map.copyOf(environment);
  }

  /** Without a codec server, never in process, port 7233. */
  public static TargetOptions of(Map<String, String> environment, Path home, Consumer<String> say) {
    return new TargetOptions(environment, home, say, Optional.empty(), false, false, DEFAULT_PORT);
  }

  public TargetOptions withCodec(Keys keys) {
    return new TargetOptions(
        environment, home, say, Optional.of(keys), allowInProcess, registerSearchAttributes, port);
  }

  /** What the demo allows. */
  public TargetOptions allowingInProcess() {
    return new TargetOptions(environment, home, say, codecKeys, true, true, port);
  }

  public TargetOptions withPort(int port) {
    return new TargetOptions(
        environment, home, say, codecKeys, allowInProcess, registerSearchAttributes, port);
  }

  int uiPort() {
    return port + 1000;
  }

  int codecPort() {
    return port + 1001;
  }
}
