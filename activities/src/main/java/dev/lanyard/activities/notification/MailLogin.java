package dev.lanyard.activities.notification;

/** A user of the mail server. */
public record MailLogin(String username, String password) {

  @Override
  public String toString() {
    return "MailLogin[[redacted]]";
  }
}
