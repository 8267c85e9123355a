package dev.lanyard.launcher.temporal;

import dev.lanyard.worker.TemporalSession;
import dev.lanyard.worker.TemporalUnavailable;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The Temporal that a command works with. Closing it ends what was started for it, and nothing
 * else.
 */
public final class TemporalTarget implements TemporalSession {

  private final WorkflowServiceStubs stubs;
  private final String address;
  private final String namespace;
  private final String description;
  private Optional<URI> ui = Optional.empty();
  private Optional<URI> codec = Optional.empty();
  private boolean inProcess;
  private final Deque<AutoCloseable> ends = new ArrayDeque<>();

  TemporalTarget(WorkflowServiceStubs stubs, String address, String namespace, String description) {
    this.stubs = stubs;
    this.address = address;
    this.namespace = namespace;
    this.description = description;
  }

  /**
   * Finds one, in this order: named by the environment or {@code temporal.toml}; answering on
   * 127.0.0.1:7233; started with the {@code temporal} of the PATH, of the cache, or a fetched one;
   * in this process, where that is allowed.
   *
   * @throws TemporalUnavailable says what was tried and what to do
   */
  public static TemporalTarget find(TargetOptions options) throws TemporalUnavailable {
    return new TemporalFinder(new RealPlaces(options), options.allowInProcess()).find();
  }

  TemporalTarget withUi(URI url) {
    ui = Optional.of(url);
    return this;
  }

  TemporalTarget withCodec(URI url) {
    codec = Optional.of(url);
    return this;
  }

  TemporalTarget markedInProcess() {
    inProcess = true;
    return this;
  }

  /** What was added last is closed first. */
  TemporalTarget closing(AutoCloseable end) {
    ends.push(end);
    return this;
  }

  @Override
  public WorkflowServiceStubs serviceStubs() {
    return stubs;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public String namespace() {
    return namespace;
  }

  /** The exact origin of the web UI, when one is known to answer. */
  public Optional<URI> ui() {
    return ui;
  }

  /** The codec server that was started for this target. */
  public Optional<URI> codec() {
    return codec;
  }

  /** Whether it is the SDK's test server in this process: no UI, nothing kept, no searches. */
  public boolean inProcess() {
    return inProcess;
  }

  @Override
  public String describe() {
    return description + ui.map(url -> ", UI " + url).orElse("");
  }

  @Override
  public void close() {
    while (!ends.isEmpty()) {
      AutoCloseable end = ends.pop();
      try {
        end.close();
      } catch (Exception e) {
        // The others have to end all the same.
        org.slf4j.LoggerFactory.getLogger(TemporalTarget.class).warn("not closed cleanly", e);
      }
    }
  }
}
