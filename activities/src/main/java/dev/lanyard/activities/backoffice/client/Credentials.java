package dev.lanyard.activities.backoffice.client;

/** The bot's login as it is at this moment. */
public record Credentials(String username, String password) {

  @Override
  public String toString() {
    return "Credentials[[redacted]]";
  }
}
