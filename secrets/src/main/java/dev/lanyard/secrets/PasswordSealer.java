package dev.lanyard.secrets;

/**
 * Seals passwords that only the worker's {@link PasswordOpener} opens, with the key of the PINs and
 * a purpose of its own: neither opens as the other. Needs the public key only.
 */
public interface PasswordSealer {

  /**
   * Seals one password. Two seals of the same one differ; the length of the password shows in the
   * length of the seal.
   *
   * @param boundTo what the seal belongs to; opening demands the same text. Not hidden, not blank
   * @return base64url without padding, starting with the key's id
   */
  String seal(Password password, String boundTo);
}
