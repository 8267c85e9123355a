package dev.lanyard.worker;

/** No Temporal answers. The message names the address and the remedy, in one line. */
public class TemporalUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  public TemporalUnavailable(String message) {
    super(message);
  }

  public TemporalUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
