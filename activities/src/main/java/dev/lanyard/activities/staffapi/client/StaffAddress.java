package dev.lanyard.activities.staffapi.client;

import java.util.List;
import java.util.Optional;

/** One of a staff member's postal addresses. */
public record StaffAddress(
    List<String> lines,
    Optional<String> city,
    Optional<String> zone,
    Optional<String> postalCode,
    Optional<String> country) {

  @Override
  public String toString() {
    return "StaffAddress[redacted]";
  }
}
