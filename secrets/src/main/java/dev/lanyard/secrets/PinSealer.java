package dev.lanyard.secrets;

/**
 * Seals PINs that only the worker's {@link PinOpener} opens (HPKE: X25519, HKDF-SHA256,
 * AES-256-GCM). Needs the public key only, so that the starter can seal what it cannot read.
 */
public interface PinSealer {

  /**
   * Seals one PIN. Two seals of the same PIN differ, so a seal cannot be compared or guessed.
   *
   * @param boundTo what the seal belongs to, such as a process's workflow id; opening demands the
   *     same text. It is not hidden by the seal and must not be blank
   * @return base64url without padding, starting with the key's id
   */
  String seal(Pin pin, String boundTo);
}
