package dev.lanyard.secrets;

/** Opens sealed passwords. Only the worker holds the private key that this needs. */
public interface PasswordOpener {

  /**
   * @param sealed what {@link PasswordSealer#seal} returned
   * @param boundTo the text that it was sealed with
   * @throws PasswordUnreadable when sealed with another key, bound to something else, or altered
   */
  Password open(String sealed, String boundTo);
}
