package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.StarterConfiguration;
import dev.lanyard.starter.connection.TemporalConnection;
import dev.lanyard.starter.output.Terminal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a command finds around it: where it prints and asks, what time it is, and, made when first
 * asked for, the configuration and the way to Temporal.
 */
public final class Surroundings implements AutoCloseable {

  private final Terminal terminal;
  private final Clock clock;
  private final Map<String, String> environment;
  private Optional<StarterConfiguration> configuration = Optional.empty();
  private Optional<TemporalConnection> connection;

  private Surroundings(
      Terminal terminal,
      Clock clock,
      Map<String, String> environment,
      Optional<TemporalConnection> connection) {
    this.terminal = terminal;
    this.clock = clock;
    this.environment = Map.copyOf(environment);
    this.connection = connection;
  }

  /** The process's own streams, clock and environment. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        Terminal.ofProcess(),
        Clock.system(ZoneId.systemDefault()),
        System.getenv(),
        Optional.empty());
  }

  /** Others; the connection is made from the environment. */
  public static Surroundings of(Terminal terminal, Clock clock, Map<String, String> environment) {
    return new Surroundings(terminal, clock, environment, Optional.empty());
  }

  /** Others, over a connection that is already there. */
  public static Surroundings of(
      Terminal terminal,
      Clock clock,
      Map<String, String> environment,
      TemporalConnection connection) {
    return new Surroundings(terminal, clock, environment, Optional.of(connection));
  }

  Terminal terminal() {
    return terminal;
  }

  /** Its zone is the one in which times are shown. */
  Clock clock() {
    return clock;
  }

  /**
   * An id that says nothing about anybody. Not derived from the content: what can be derived can be
   * guessed and confirmed.
   */
  String freshId() {
    return UUID.randomUUID().toString();
  }

  synchronized StarterConfiguration configuration() {
    if (configuration.isEmpty()) {
      configuration = Optional.of(StarterConfiguration.read(environment));
    }
    return configuration.get();
  }

  synchronized TemporalConnection connection() {
    if (connection.isEmpty()) {
      connection = Optional.of(TemporalConnection.lazy(configuration(), environment));
    }
    return connection.get();
  }

  @Override
  public synchronized void close() {
    connection.ifPresent(TemporalConnection::close);
    connection = Optional.empty();
  }
}
