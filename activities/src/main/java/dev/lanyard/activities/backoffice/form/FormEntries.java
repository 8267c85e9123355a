package dev.lanyard.activities.backoffice.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a form would send, in order, names repeated as they come. Immutable: each operation gives
 * another list. Overlays follow section 8.2.
 */
public record FormEntries(List<FormPair> pairs) {

  public FormEntries {
    pairs = List.copyOf(pairs);
  }

  /** Names and values in turn: {@code of("a", "1", "b", "2")}. */
  public static FormEntries of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a name without a value");
    }
    List<FormPair> pairs = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.add(new FormPair(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new FormEntries(pairs);
  }

  /** All values under a name, in order. */
  public List<String> values(String name) {
    return pairs.stream().filter(p -> p.name().equals(name)).map(FormPair::value).toList();
  }

  /** The value that PHP would keep of a name that is not a list: the last one (section 1). */
  public Optional<String> value(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** Replaces the first pair of the name in its place and drops later ones; appends when absent. */
  public FormEntries replace(String name, String value) {
    List<FormPair> changed = new ArrayList<>();
    boolean placed = false;
    for (FormPair pair : pairs) {
      if (!pair.name().equals(name)) {
        changed.add(pair);
      } else if (!placed) {
        changed.add(new FormPair(name, value));
        placed = true;
      }
    }
    if (!placed) {
      changed.add(new FormPair(name, value));
    }
    return new FormEntries(changed);
  }

  /** Drops all pairs of a {@code []} name and appends the new values. */
  public FormEntries replaceList(String name, List<String> values) {
    return drop(name).append(values.stream().map(v -> new FormPair(name, v)).toList());
  }

  /** Without any pair of this name. */
  public FormEntries drop(String name) {
    return dropIf(pair -> pair.name().equals(name));
  }

  /** Without any pair whose name starts with one of these. */
  public FormEntries dropByPrefix(String... prefixes) {
    return dropIf(pair -> Arrays.stream(prefixes).anyMatch(pair.name()::startsWith));
  }

  /** Without the pairs that match. */
  public FormEntries dropIf(Predicate<FormPair> unwanted) {
    return new FormEntries(pairs.stream().filter(unwanted.negate()).toList());
  }

  /** With these behind the others, nothing replaced. */
  public FormEntries append(List<FormPair> more) {
    return new FormEntries(Stream.concat(pairs.stream(), more.stream()).toList());
  }
}
