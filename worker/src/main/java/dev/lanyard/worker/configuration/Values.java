package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueType;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Typed values of the merged configuration. What is missing or malformed is noted, and a stand-in
 * is returned, so that all problems come out at once; nobody may use the result once one is noted.
 */
final class Values {

  private static final String A_DURATION = "20s";

  private static final Pattern WHOLE = Pattern.compile("-?\\d+");

  private final Layers layers;
  private final List<ConfigurationProblem> problems;

  Values(Layers layers, List<ConfigurationProblem> problems) {
    this.layers = layers;
    this.problems = problems;
  }

  void problem(String key, String reason, String example) {
    problems.add(new ConfigurationProblem(layers.name(key), reason, example));
  }

  /**
   * What a section's values come to, once nothing is wrong with any of them; its own rules are
   * reported under the section's name.
   *
   * @param noted how many problems there were before the section was read
   */
  <T> T section(String key, int noted, Supplier<T> whole) {
    if (problems.size() > noted) {
      return null;
    }
    try {
      return whole.get();
    } catch (IllegalArgumentException e) {
      problem(key, "cannot be used: " + e.getMessage(), "");
      return null;
    }
  }

  int noted() {
    return problems.size();
  }

  boolean has(String key) {
    return layers.has(key);
  }

  Optional<String> optional(String key) {
    return layers.has(key)
        ? Optional.of(read(key, c -> c.getString(key).strip(), "", "must be text", "\"text\""))
        : Optional.empty();
  }

  String text(String key, String example) {
    return optional(key)
        .orElseGet(
            () -> {
              problem(key, "is missing", example);
              return "";
            });
  }

  Duration duration(String key) {
    return duration(key, Duration.ofDays(1));
  }

  /**
   * @param standIn what later checks are to see when it is malformed, so that they keep quiet
   */
  Duration duration(String key, Duration standIn) {
    Duration value = durationOrZero(key, standIn);
    if (value.isZero()) {
      problem(key, "must be longer than nothing", A_DURATION);
    }
    return value;
  }

  /** Where "at once" is a choice. */
  Duration durationOrZero(String key) {
    return durationOrZero(key, Duration.ofDays(1));
  }

  private Duration durationOrZero(String key, Duration standIn) {
    Duration value = read(key, c -> c.getDuration(key), standIn, "is no duration", A_DURATION);
    if (value.isNegative()) {
      problem(key, "must not be negative", A_DURATION);
    }
    return value;
  }

  int count(String key, int most) {
    String example = Integer.toString(Math.min(2, most));
    long value = read(key, c -> whole(c, key), 1L, "is no whole number", example);
    if (value < 1 || value > most) {
      problem(key, "must be 1 to " + most, example);
      return 1;
    }
    return (int) value;
  }

  long id(String key, String example) {
    if (!layers.has(key)) {
      problem(key, "is missing", example);
      return 1;
    }
    return id(layers.merged(), key, key, example);
  }

  /**
   * @param path where it is in {@code config}
   * @param key what it is called in front of people
   */
  long id(Config config, String path, String key, String example) {
    long value = read(key, unused -> whole(config, path), 1L, "is no whole number", example);
    if (value < 1) {
      problem(key, "must be positive", example);
    }
    return value;
  }

  /** The library itself would cut a fraction off, and 64 bits out of a longer number. */
  private static long whole(Config config, String path) {
    String written = config.getString(path).strip();
    if (!WHOLE.matcher(written).matches()) {
      throw new ConfigException.WrongType(config.origin(), path, "whole number", "another");
    }
    try {
      return Long.parseLong(written);
    } catch (NumberFormatException e) {
      throw new ConfigException.WrongType(config.origin(), path, "64 bits", "a longer number", e);
    }
  }

  boolean yesOrNo(String key) {
    return read(key, c -> c.getBoolean(key), false, "must be true or false", "true");
  }

  List<String> texts(String key) {
    return read(key, c -> c.getStringList(key), List.of(), "must be a list of texts", "[A, B]");
  }

  /** A list; or, as an environment variable has to write it, one text with commas. */
  List<String> textsOrCommas(String key) {
    if (!layers.has(key)) {
      return List.of();
    }
    List<String> texts =
        layers.merged().getValue(key).valueType() == ConfigValueType.STRING
            ? List.of(layers.merged().getString(key).split(",", -1))
            : texts(key);
    return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  ZoneId zone(String key, String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      problem(key, "names the unknown time zone \"" + name + "\"", "America/Chicago");
      return ZoneId.of("UTC");
    }
  }

  /** A secret from its own key, or from the file that {@code key + "-file"} names. */
  SecretText secret(String key, String example) {
    String fileKey = key + "-file";
    if (layers.has(key) && layers.has(fileKey)) {
      problem(key, "and " + layers.shortName(fileKey) + " are both given; keep one", "");
    }
    if (layers.has(key)) {
      return SecretText.of(text(key, example));
    }
    if (!layers.has(fileKey)) {
      problem(key, "is missing (or give " + layers.shortName(fileKey) + ")", example);
      return SecretText.of("");
    }
    SecretText inFile = SecretText.in(Path.of(text(fileKey, "/run/secrets/name")));
    try {
      if (inFile.get().isEmpty()) {
        problem(fileKey, "names an empty file", "/run/secrets/name");
      }
    } catch (UncheckedIOException e) {
      problem(fileKey, "does not work: " + e.getMessage(), "/run/secrets/name");
    }
    return inFile;
  }

  Config merged() {
    return layers.merged();
  }

  private <T> T read(
      String key, Function<Config, T> reader, T standIn, String reason, String example) {
    try {
      return reader.apply(layers.merged());
    } catch (ConfigException e) {
      // Its own message may quote the value.
      problem(key, reason, example);
      return standIn;
    }
  }
}
