package dev.lanyard.workflows.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A digest of what a message asks for, that the run and whoever signs it come to alike. Not keyed:
 * it is compared, and shown in no plain text of Temporal's.
 */
public final class MessageDigests {

  private MessageDigests() {}

  /** SHA-256 over the parts, each with its length, so that no two lists look the same. */
  public static String of(List<String> parts) {
    StringBuilder text = new StringBuilder("lanyard message 1\n");
    parts.forEach(part -> text.append(part.length()).append(':').append(part).append('\n'));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
