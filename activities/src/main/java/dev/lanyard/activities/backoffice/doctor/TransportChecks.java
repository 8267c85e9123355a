package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.client.Seen;
import dev.lanyard.activities.backoffice.client.ServerWords;
import dev.lanyard.activities.backoffice.client.Survey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What answers tell apart from their pages (sections 1, 15): clock, packing, names, times. */
final class TransportChecks {

  /** Dates around midnight and effective moments would come out wrong by more (guessed). */
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(2);

  private final Survey survey;
  private final Sheet sheet;

  TransportChecks(Survey survey, Sheet sheet) {
    this.survey = survey;
    this.sheet = sheet;
  }

  void all() {
    clock();
    List<Seen> seen = sheet.seen();
    long packed = seen.stream().filter(Seen::gzip).count();
    sheet.answered(
        "compression", packed == 0 ? "none" : "gzip, on " + packed + " of " + seen.size());
    Set<String> servers =
        seen.stream()
            .flatMap(s -> s.server().stream())
            .map(ServerWords::plain)
            .collect(Collectors.toCollection(TreeSet::new));
    sheet.answered("server header", servers.isEmpty() ? "none" : String.join(", ", servers));
    survey
        .cookieRotated()
        .ifPresent(
            rotated -> sheet.answered("session id at login", rotated ? "is another one" : "stays"));
    sheet.answered(
        "rate limits",
        seen.stream().anyMatch(s -> s.status() == 429)
            ? "429 was met"
            : "none met in " + seen.size() + " requests");
  }

  private void clock() {
    String path = FormChecks.CREATE;
    Optional<Seen> dated = sheet.seen().stream().filter(s -> s.date().isPresent()).findFirst();
    if (dated.isEmpty()) {
      sheet.unknown("clock", path, "No answer has a Date header.");
      return;
    }
    // The header is cut to seconds; and the answer took its time.
    Duration ahead = Duration.between(dated.get().received(), dated.get().date().orElseThrow());
    Duration apart = ahead.abs();
    if (apart.compareTo(CLOCKS_MAY_DIFFER.plus(dated.get().took())) > 0) {
      sheet.warning(
          "clock",
          path,
          "The server's clock is "
              + apart.toSeconds()
              + " s "
              + (ahead.isNegative() ? "behind" : "ahead of")
              + " the worker's.",
          "Set the clock of the worker's machine; if it is right, tell the vendor.");
    } else {
      sheet.ok("clock", path, "Server and worker agree on the time.");
    }
  }
}
