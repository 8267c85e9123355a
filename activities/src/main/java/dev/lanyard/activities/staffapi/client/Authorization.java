package dev.lanyard.activities.staffapi.client;

/** How requests to the staff API say who sends them. */
public interface Authorization {

  /**
   * The value of the {@code Authorization} header. Asked before every request, so that credentials
   * that were changed meanwhile are taken up.
   *
   * @throws StaffApiException when there is none to be had
   */
  String header();

  /**
   * Told that the API took a header for an expired one. Whoever sent it repeats it once with
   * another header, if there can be one: nothing was done for the refused request.
   *
   * @return whether {@link #header} gives another one now
   * @throws StaffApiException when there is none to be had
   */
  boolean renewed(String refusedHeader);
}
