package dev.lanyard.secrets;

/** What was given as the recipient's public key for a hand-over is not one. */
public final class RecipientKeyMalformed extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  RecipientKeyMalformed(String reason) {
    super(
        "recipient's public key: "
            + reason
            + ". Give exactly the text that the recipient's own program printed");
  }
}
