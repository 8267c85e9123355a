package dev.lanyard.activities.backoffice;

/** The bot's user name and password. */
public record BackofficeCredentials(String username, String password) {

  @Override
  public String toString() {
    return "BackofficeCredentials[[redacted]]";
  }
}
