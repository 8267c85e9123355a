package dev.lanyard.activities.staffapi.client;

/** One header for ever. */
record FixedAuthorization(String header) implements Authorization {

  @Override
  public boolean renewed(String refusedHeader) {
    return false;
  }
}
