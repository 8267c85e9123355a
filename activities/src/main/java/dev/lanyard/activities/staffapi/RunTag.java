package dev.lanyard.activities.staffapi;

import io.temporal.activity.Activity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a create writes into a staff member's tags, so that a later attempt or step of the same run,
 * and nobody else, can tell that this run made it. Says nothing about anybody.
 */
@FunctionalInterface
interface RunTag {

  /** Sixteen hex digits: no two runs share them by chance. */
  int BYTES = 8;

  String current();

  /** Of the run that the calling activity belongs to. A reset run has another one. */
  static String ofTemporal() {
    return of(Activity.getExecutionContext().getInfo().getWorkflowRunId());
  }

  static String of(String runId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(runId.getBytes(StandardCharsets.UTF_8));
      return "lanyard-" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
