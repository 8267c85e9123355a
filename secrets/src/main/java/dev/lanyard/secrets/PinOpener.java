package dev.lanyard.secrets;

/** Opens sealed PINs. Only the worker holds the private key that this needs. */
public interface PinOpener {

  /**
   * @param sealed what {@link PinSealer#seal} returned
   * @param boundTo the text that it was sealed with
   * @throws PinUnreadable when sealed with another key, bound to something else, or altered
   */
  Pin open(String sealed, String boundTo);
}
