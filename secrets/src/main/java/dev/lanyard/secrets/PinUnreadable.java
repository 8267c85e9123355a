package dev.lanyard.secrets;

/**
 * A sealed PIN did not open: another key, another binding, or altered on the way. The message holds
 * neither the PIN nor the seal.
 */
public final class PinUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PinUnreadable(String message) {
    super(message);
  }
}
