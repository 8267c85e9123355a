package dev.lanyard.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name/value pairs of a query or of a form body, in the order they were sent, read the way PHP
 * reads them (protocol section 1): a repeated plain name means its last value, {@code name[]} and
 * {@code name[0]} make a list.
 */
public final class Fields {
  private static final Pattern PAIRS = Pattern.compile("&");

  private record Pair(String name, String value) {}

  private final List<Pair> pairs;

  private Fields(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /** Decodes {@code application/x-www-form-urlencoded} text as UTF-8; never fails. */
  public static Fields parse(String encoded) {
    List<Pair> pairs = new ArrayList<>();
    for (String part : PAIRS.split(encoded, -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        pairs.add(new Pair(decode(name), equals < 0 ? "" : decode(part.substring(equals + 1))));
      }
    }
    return new Fields(pairs);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text; // PHP keeps a malformed escape as it stands.
    }
  }

  /** The last value sent under exactly this name. */
  public Optional<String> last(String name) {
    String found = null;
    for (Pair pair : pairs) {
      if (pair.name().equals(name)) {
        found = pair.value();
      }
    }
    return Optional.ofNullable(found);
  }

  /** The last value, or the empty text. */
  public String text(String name) {
    return last(name).orElse("");
  }

  /** Whether the name was sent at all, whatever its value: how Symfony binds a checkbox. */
  public boolean has(String name) {
    return last(name).isPresent();
  }

  /** All values of {@code name[]} and of {@code name[<number>]}. */
  public List<String> list(String name) {
    return pairs.stream().filter(pair -> isElementOf(name, pair.name())).map(Pair::value).toList();
  }

  private static boolean isElementOf(String list, String name) {
    if (!name.startsWith(list + "[") || !name.endsWith("]")) {
      return false;
    }
    String index = name.substring(list.length() + 1, name.length() - 1);
    return index.chars().allMatch(Character::isDigit);
  }

  /** Whether any name begins with this text. */
  public boolean anyNameStartsWith(String prefix) {
    return pairs.stream().anyMatch(pair -> pair.name().startsWith(prefix));
  }

  /** Names only: values may be PINs. */
  @Override
  public String toString() {
    return "Fields" + pairs.stream().map(Pair::name).toList();
  }
}
