package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.Authorization;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import okhttp3.Credentials;

/** HTTP Basic with the client id and secret: 60 requests a minute. */
record BasicAuthorization(Supplier<StaffApiCredentials> credentials) implements Authorization {

  @Override
  public String header() {
    StaffApiCredentials now = credentials.get();
    return Credentials.basic(now.clientId(), now.clientSecret(), StandardCharsets.UTF_8);
  }

  /** An id and a secret do not expire. */
  @Override
  public boolean renewed(String refusedHeader) {
    return false;
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
