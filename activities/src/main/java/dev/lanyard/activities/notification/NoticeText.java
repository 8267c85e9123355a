package dev.lanyard.activities.notification;

/**
 * A notice in words.
 *
 * @param subject one line
 * @param body plain text, lines ended by {@code \n}
 */
record NoticeText(String subject, String body) {

  @Override
  public String toString() {
    return "NoticeText[[redacted]]";
  }
}
