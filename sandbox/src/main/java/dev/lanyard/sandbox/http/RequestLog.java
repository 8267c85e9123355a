package dev.lanyard.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What arrived at both systems, in order of arrival. */
public final class RequestLog {
  /** Guessed: a long soak run's worth; older lines are dropped. */
  private static final int KEPT = 20_000;

  /** One arrival, to be completed with its status. */
  static final class Entry {
    private final String system;
    private final Request request;
    private Integer status;
    private String fault;

    private Entry(String system, Request request) {
      this.system = system;
      this.request = request;
    }

    private LoggedRequest line() {
      return new LoggedRequest(
          system, request.method(), request.path(), request.query(), status, fault, request.at());
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  synchronized Entry arrived(String system, Request request) {
    if (entries.size() >= KEPT) {
      entries.remove(0);
    }
    // The log outlives the request: it must not keep bodies, which hold PINs.
    Request bare =
        new Request(
            request.method(), request.path(), request.query(), Map.of(), new byte[0], request.at());
    Entry entry = new Entry(system, bare);
    entries.add(entry);
    return entry;
  }

  synchronized void answered(Entry entry, int status, Optional<FaultKind> fault) {
    entry.status = status;
    entry.fault = fault.map(FaultKind::label).orElse(null);
  }

  public synchronized List<LoggedRequest> lines() {
    return entries.stream().map(Entry::line).toList();
  }

  public synchronized void clear() {
    entries.clear();
  }
}
