package dev.lanyard.secrets;

/**
 * A payload was encrypted with a key that the key file does not hold. Deliberately no {@code
 * DataConverterException}: the SDK would drop a signal for that one, and this payload becomes
 * readable once the key is back. So the task fails and is retried until then.
 */
public final class PayloadKeyUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String keyId;

  PayloadKeyUnknown(String keyId, String message) {
    super(message);
    this.keyId = keyId;
  }

  /** The id that the payload names, an unsigned decimal number as in Tink's JSON key files. */
  public String keyId() {
    return keyId;
  }
}
