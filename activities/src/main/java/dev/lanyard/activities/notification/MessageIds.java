package dev.lanyard.activities.notification;

import dev.lanyard.workflows.notification.Notice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that a repeat has again, and from which nobody reads whom a notice is about. */
final class MessageIds {

  /** Bytes of the digest that are kept: no two notices of a company ever meet (128 bits). */
  private static final int KEPT = 16;

  private MessageIds() {}

  /** Of one notice, whoever gets it. */
  static String notice(Notice notice) {
    return digest(notice.workflowId() + "\n" + notice.noticeId());
  }

  /** Of all notices of one run: mail programs show them as one conversation. */
  static String run(Notice notice) {
    return digest(notice.workflowId());
  }

  private static String digest(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(all, 0, KEPT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
