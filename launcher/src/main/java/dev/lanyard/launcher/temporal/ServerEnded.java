package dev.lanyard.launcher.temporal;

import dev.lanyard.worker.TemporalUnavailable;

/** The server process ended before it served; its last words are in the message. */
final class ServerEnded extends TemporalUnavailable {
  private static final long serialVersionUID = 1L;

  ServerEnded(String message) {
    super(message);
  }
}
