package dev.lanyard.activities.staffapi.client;

/** How requests to the staff API say who sends them. */
@FunctionalInterface
public interface Authorization {

  /**
   * The value of the {@code Authorization} header. Asked before every request, so that credentials
   * that were changed meanwhile are taken up.
   */
  String header();
}
