package dev.lanyard.activities.staffapi.client;

import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;

/** A request as messages name it: without its query. */
record Exchange(String method, String path, Exchange.Purpose purpose) {

  enum Purpose {
    READ,
    WRITE,
    /** Asks for a token: changes nothing about staff. */
    TOKEN
  }

  boolean writes() {
    return purpose == Purpose.WRITE;
  }

  /** What it means when no answer of the API's own came. */
  Kind lost() {
    return writes() ? Kind.UNCONFIRMED_WRITE : Kind.OUTAGE;
  }

  /** A write's answer, and an error's, may be empty. */
  boolean needsBody(int status) {
    return !writes() && status < 300;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
