package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.StaffApiException;
import dev.lanyard.workflows.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What workflows get to see of what went wrong: which is final, which is retried and when. */
final class Failures {

  private Failures() {}

  static <T> T translated(Supplier<T> activity) {
    try {
      return activity.get();
    } catch (StaffApiException e) {
      throw translate(e);
    }
  }

  static ApplicationFailure changed(String what) {
    return last(
        FailureTypes.STAFF_API_CHANGED,
        "The staff API contradicts its documents: "
            + what
            + ". This needs a change of the program.");
  }

  static ApplicationFailure notOurs(String what) {
    return last(FailureTypes.NOT_OURS, what);
  }

  static ApplicationFailure notFound(long id) {
    return last(
        FailureTypes.STAFF_MEMBER_NOT_FOUND,
        "The staff API has no staff member "
            + id
            + " any more. Look whether somebody deleted it; retry once it is there.");
  }

  static ApplicationFailure administrator(long id) {
    return last(
        FailureTypes.STAFF_ADMINISTRATOR,
        "Staff member "
            + id
            + " is an administrator, of whom only names and phone are changed here. Look who decided"
            + " so; make the change there, or clear is_admin there and retry.");
  }

  static ApplicationFailure stateChanged(String what) {
    return last(FailureTypes.STATE_CHANGED, what);
  }

  /**
   * @param problems one entry a field
   */
  static ApplicationFailure notSent(List<String> problems) {
    return last(
        FailureTypes.STAFF_API_REFUSED,
        "Nothing was sent, it would be refused: " + String.join("; ", problems));
  }

  /**
   * @param differing one entry a field
   */
  static ApplicationFailure notApplied(long id, List<String> differing) {
    return last(
        FailureTypes.NOT_APPLIED,
        "Staff member "
            + id
            + " does not show what it should: "
            + String.join("; ", differing)
            + ". Look at the record, correct it there, and retry.");
  }

  static ApplicationFailure inputRefused(String what) {
    return last(FailureTypes.INPUT_REFUSED, what);
  }

  static ApplicationFailure webhooksNotApplied(List<String> still) {
    return last(
        FailureTypes.NOT_APPLIED,
        "The webhook subscriptions were written and are not as configured: "
            + String.join("; ", still));
  }

  static ApplicationFailure notCreated() {
    return last(
        FailureTypes.NOT_APPLIED,
        "The create was answered with success, and no staff member shows. Look for it under its"
            + " code and e-mail address before it is retried: a second create invites twice.");
  }

  static String ids(Collection<Long> ids) {
    return ids.stream().map(id -> Long.toString(id)).collect(Collectors.joining(", "));
  }

  private static ApplicationFailure translate(StaffApiException e) {
    return switch (e.kind()) {
      case CREDENTIALS_REJECTED -> last(e, FailureTypes.STAFF_API_CREDENTIALS_REJECTED);
      case LOGIN_NEEDED -> last(e, FailureTypes.STAFF_API_LOGIN_NEEDED);
      case CHANGED -> last(e, FailureTypes.STAFF_API_CHANGED);
      case REFUSED -> last(e, FailureTypes.STAFF_API_REFUSED);
      case OUTAGE -> retried(e, FailureTypes.STAFF_API_OUTAGE);
      case UNCONFIRMED_WRITE -> retried(e, FailureTypes.UNCONFIRMED_WRITE);
      case RATE_LIMITED ->
          ApplicationFailure.newFailureWithCauseAndDelay(
              e.getMessage(), FailureTypes.RATE_LIMITED, e, e.retryAfter().orElse(null));
    };
  }

  private static ApplicationFailure retried(StaffApiException e, String type) {
    return ApplicationFailure.newFailureWithCause(e.getMessage(), type, e);
  }

  private static ApplicationFailure last(StaffApiException e, String type) {
    return ApplicationFailure.newNonRetryableFailureWithCause(e.getMessage(), type, e);
  }

  private static ApplicationFailure last(String type, String message) {
    return ApplicationFailure.newNonRetryableFailure(message, type);
  }
}
