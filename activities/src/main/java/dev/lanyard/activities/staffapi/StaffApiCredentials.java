package dev.lanyard.activities.staffapi;

/** What the company's add-on is known by. */
public record StaffApiCredentials(String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "[redacted]";
  }
}
