package dev.lanyard.starter.pin;

/** The hand-over did not give the PIN, and says why. */
public final class PinRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PinRefused(String reason) {
    super(reason);
  }
}
