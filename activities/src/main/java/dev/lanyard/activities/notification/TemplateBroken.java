package dev.lanyard.activities.notification;

/** A template that cannot be used; the message names file and line. */
public final class TemplateBroken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TemplateBroken(String file, int line, String reason) {
    super(file + ", line " + line + ": " + reason);
  }

  TemplateBroken(String file, String reason) {
    super(file + ": " + reason);
  }
}
