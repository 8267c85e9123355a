package dev.lanyard.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scripted faults. Each counts the requests that match it from the moment it was added, so the
 * same list over the same requests plays the same faults.
 */
public final class Faults {
  private static final List<String> SYSTEMS = List.of("backoffice", "staff-api");
  private static final List<String> FIELDS =
      List.of(
          "system",
          "method",
          "path",
          "nth",
          "times",
          "kind",
          "status",
          "delayMs",
          "body",
          "atByte",
          "selector",
          "attribute");
  private static final List<String> COUNTS = List.of("matched", "fired");

  private static final class Scripted {
    private final Fault fault;
    private int matched;
    private int fired;

    private Scripted(Fault fault) {
      this.fault = fault;
    }
  }

  private final List<Scripted> scripted = new ArrayList<>();
  private boolean changed;

  /**
   * Adds a JSON list of faults (or a single one), all or none.
   *
   * @throws RefusedInput with every problem and the valid names
   */
  public void add(JsonNode document) {
    add(document, false);
  }

  /**
   * Goes on where {@link #describe} left off, counts included.
   *
   * @throws RefusedInput as {@link #add}
   */
  public void restore(JsonNode described) {
    add(described, true);
    synchronized (scripted) {
      int index = 0;
      for (JsonNode line : described) {
        scripted.get(index).matched = line.path("matched").asInt();
        scripted.get(index++).fired = line.path("fired").asInt();
      }
      changed = false;
    }
  }

  /** Whether anything was added, counted or cleared since the last call. */
  public boolean takeChanged() {
    synchronized (scripted) {
      boolean was = changed;
      changed = false;
      return was;
    }
  }

  private void add(JsonNode document, boolean counted) {
    List<String> problems = new ArrayList<>();
    List<Fault> read = new ArrayList<>();
    Iterable<JsonNode> elements = document.isArray() ? document : List.of(document);
    int index = 0;
    for (JsonNode element : elements) {
      read(element, "faults[" + index++ + "]", counted, problems).ifPresent(read::add);
    }
    if (!problems.isEmpty()) {
      throw new RefusedInput(problems);
    }
    synchronized (scripted) {
      read.forEach(fault -> scripted.add(new Scripted(fault)));
      changed = true;
    }
  }

  private static Optional<Fault> read(
      JsonNode node, String where, boolean counted, List<String> problems) {
    int before = problems.size();
    if (!node.isObject()) {
      problems.add(where + ": not an object; fields are " + FIELDS);
      return Optional.empty();
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name) && !(counted && COUNTS.contains(name))) {
                problems.add(where + "." + name + ": unknown field; fields are " + FIELDS);
              }
            });
    String system = node.path("system").asText("");
    if (!SYSTEMS.contains(system)) {
      problems.add(where + ".system: must be one of " + SYSTEMS);
    }
    Optional<FaultKind> kind = FaultKind.of(node.path("kind").asText(""));
    if (kind.isEmpty() || !kind.get().playsOn(system)) {
      problems.add(where + ".kind: must be, for this system, one of " + FaultKind.labels(system));
    }
    String path = node.path("path").asText("");
    if (!path.startsWith("/") && !path.equals("*")) {
      problems.add(where + ".path: must start with / (it may end in *)");
    }
    int nth = whole(node, "nth", 1, where, problems);
    if (nth < 1) {
      problems.add(where + ".nth: counts from 1");
    }
    int times = whole(node, "times", 1, where, problems);
    if (times < -1 || times == 0) {
      problems.add(where + ".times: at least 1, or -1 for ever");
    }
    int status = whole(node, "status", 500, where, problems);
    if (status < 200 || status > 599) {
      problems.add(where + ".status: between 200 and 599");
    }
    int delay = whole(node, "delayMs", 0, where, problems);
    if (delay < 0) {
      problems.add(where + ".delayMs: not below 0");
    }
    int atByte = whole(node, "atByte", 0, where, problems);
    if (atByte < 0) {
      problems.add(where + ".atByte: not below 0");
    }
    String selector = node.hasNonNull("selector") ? node.get("selector").asText() : null;
    String malformed = selector == null ? null : ChangedMarkup.problem(selector);
    if (malformed != null) {
      problems.add(where + ".selector: " + malformed);
    }
    String attribute = node.hasNonNull("attribute") ? node.get("attribute").asText() : null;
    if (attribute != null && selector == null) {
      problems.add(where + ".attribute: needs a selector beside it");
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            system,
            node.hasNonNull("method") ? node.get("method").asText() : null,
            path,
            nth,
            times,
            kind.orElseThrow(),
            node.hasNonNull("status") ? status : null,
            Duration.ofMillis(delay),
            node.hasNonNull("body") ? node.get("body") : null,
            node.hasNonNull("atByte") ? atByte : null,
            selector,
            attribute));
  }

  private static int whole(
      JsonNode node, String field, int absent, String where, List<String> problems) {
    if (!node.hasNonNull(field)) {
      return absent;
    }
    if (!node.get(field).canConvertToInt() || !node.get(field).isIntegralNumber()) {
      problems.add(where + "." + field + ": must be a whole number");
      return absent;
    }
    return node.get(field).intValue();
  }

  /**
   * Counts this request for every fault that it matches; the first in the list that is due plays.
   */
  Optional<Fault> next(String system, Request request) {
    synchronized (scripted) {
      Scripted due = null;
      for (Scripted candidate : scripted) {
        if (candidate.fault.matches(system, request)) {
          candidate.matched++;
          changed = true;
          if (due == null && candidate.fault.playsAt(candidate.matched)) {
            due = candidate;
            due.fired++;
          }
        }
      }
      return Optional.ofNullable(due).map(one -> one.fault);
    }
  }

  public void clear() {
    synchronized (scripted) {
      scripted.clear();
      changed = true;
    }
  }

  /** Each fault as it was given, with {@code matched} and {@code fired} counts. */
  public ArrayNode describe(ObjectMapper json) {
    ArrayNode list = json.createArrayNode();
    synchronized (scripted) {
      for (Scripted one : scripted) {
        Fault fault = one.fault;
        ObjectNode line = list.addObject();
        line.put("system", fault.system());
        line.put("method", fault.method());
        line.put("path", fault.path());
        line.put("nth", fault.nth());
        line.put("times", fault.times());
        line.put("kind", fault.kind().label());
        line.put("status", fault.status());
        line.put("delayMs", fault.delay().toMillis());
        line.set("body", fault.body());
        line.put("atByte", fault.atByte());
        line.put("selector", fault.selector());
        line.put("attribute", fault.attribute());
        line.put("matched", one.matched);
        line.put("fired", one.fired);
      }
    }
    return list;
  }
}
