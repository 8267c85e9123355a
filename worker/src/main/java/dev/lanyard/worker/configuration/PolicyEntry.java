package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One object of a policy's text; what is wrong in it is noted with its line. */
final class PolicyEntry {

  private final Config config;
  private final String name;
  private final List<String> mistakes;

  /**
   * @param name what the object is, for messages
   */
  PolicyEntry(Config config, String name, List<String> mistakes) {
    this.config = config;
    this.name = name;
    this.mistakes = mistakes;
  }

  int line() {
    return config.origin().lineNumber();
  }

  void allow(Set<String> known) {
    config.root().keySet().stream()
        .filter(key -> !known.contains(key))
        .sorted()
        .forEach(key -> mistake(key, "is no key of " + name));
  }

  boolean has(String key) {
    return config.hasPath(quoted(key));
  }

  /** A list, or one text alone; absent: empty. */
  Optional<Set<String>> texts(String key) {
    return read(
            key,
            path ->
                config.getValue(path).valueType() == ConfigValueType.LIST
                    ? config.getStringList(path)
                    : List.of(config.getString(path)),
            "must be a text or a list of texts")
        .map(
            list -> {
              Set<String> texts = new LinkedHashSet<>();
              list.forEach(text -> texts.add(text.strip()));
              if (texts.isEmpty() || texts.contains("")) {
                mistake(key, "must not be empty");
              }
              return texts;
            });
  }

  Optional<String> text(String key) {
    return read(key, config::getString, "must be a text").map(String::strip);
  }

  Optional<Boolean> yesOrNo(String key) {
    return read(key, config::getBoolean, "must be true or false");
  }

  Optional<Long> count(String key) {
    Optional<Long> count = read(key, config::getLong, "must be a whole number");
    if (count.filter(given -> given < 0 || given > 10_000).isPresent()) {
      mistake(key, "must be 0 to 10000");
      return Optional.empty();
    }
    return count;
  }

  Optional<BigDecimal> amount(String key) {
    return read(
        key, path -> new BigDecimal(config.getString(path).strip()), "must be an amount, as 20.50");
  }

  Optional<Duration> duration(String key) {
    Optional<Duration> time = read(key, config::getDuration, "must be a time, as 1d or 4h");
    if (time.filter(given -> given.isNegative() || given.isZero()).isPresent()) {
      mistake(key, "must be longer than nothing");
      return Optional.empty();
    }
    return time;
  }

  Set<Long> numbers(String key) {
    return read(key, config::getLongList, "must be a list of whole numbers")
        .map(list -> (Set<Long>) new LinkedHashSet<>(list))
        .orElse(Set.of());
  }

  void mistake(String key, String what) {
    String path = quoted(key);
    int line = config.hasPath(path) ? config.getValue(path).origin().lineNumber() : line();
    mistakes.add("line " + line + ": " + key + " " + what + " (" + name + ")");
  }

  private <T> Optional<T> read(String key, Function<String, T> reader, String shape) {
    if (!has(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(quoted(key)));
    } catch (ConfigException | NumberFormatException e) {
      mistake(key, shape);
      return Optional.empty();
    }
  }

  private static String quoted(String key) {
    return ConfigUtil.quoteString(key);
  }
}
