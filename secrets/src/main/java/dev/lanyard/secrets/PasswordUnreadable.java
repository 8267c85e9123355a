package dev.lanyard.secrets;

/**
 * A sealed password did not open: another key, another binding, or altered on the way. The message
 * holds neither the password nor the seal.
 */
public final class PasswordUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PasswordUnreadable(String message) {
    super(message);
  }
}
