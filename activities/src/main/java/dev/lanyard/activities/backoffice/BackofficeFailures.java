package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.page.PageChanged;
import dev.lanyard.activities.backoffice.page.PageTruncated;
import dev.lanyard.secrets.PasswordUnreadable;
import dev.lanyard.secrets.PinUnreadable;
import dev.lanyard.workflows.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Supplier;

/**
 * The one place where what went wrong becomes a failure that Temporal and a workflow understand.
 */
final class BackofficeFailures {

  private BackofficeFailures() {}

  /** Runs an activity's body; what it throws comes out as an {@link ApplicationFailure}. */
  static <T> T translated(Supplier<T> body) {
    try {
      return body.get();
    } catch (BackofficeFailure e) {
      throw translate(e);
    } catch (PageChanged e) {
      throw last(FailureTypes.PAGE_CHANGED, e.getMessage());
    } catch (PageTruncated e) {
      throw retried(FailureTypes.BACKOFFICE_OUTAGE, e.getMessage());
    } catch (PasswordUnreadable e) {
      throw last(
          FailureTypes.PASSWORD_UNREADABLE,
          e.getMessage() + " Give the worker the key that it was sealed to, then retry.");
    } catch (PinUnreadable e) {
      throw last(
          FailureTypes.PIN_UNREADABLE,
          e.getMessage() + " Give the worker the key that it was sealed to, then retry.");
    }
  }

  /** A failure that no repetition mends: the run parks or undoes. */
  static ApplicationFailure last(String type, String message) {
    return ApplicationFailure.newNonRetryableFailure(message, type);
  }

  private static ApplicationFailure retried(String type, String message) {
    return ApplicationFailure.newFailure(message, type);
  }

  private static ApplicationFailure translate(BackofficeFailure e) {
    String message = e.getMessage();
    return switch (e.kind()) {
      case OUTAGE -> retried(FailureTypes.BACKOFFICE_OUTAGE, message);
      case UNCONFIRMED_WRITE ->
          retried(
              FailureTypes.UNCONFIRMED_WRITE,
              message + " The next attempt looks whether it was carried out.");
      case RATE_LIMITED ->
          ApplicationFailure.newBuilder()
              .setMessage(message)
              .setType(FailureTypes.RATE_LIMITED)
              .setNextRetryDelay(e.retryAfter().orElseThrow())
              .build();
      case LOGIN_REJECTED -> last(FailureTypes.BOT_LOGIN_REJECTED, message);
      case NOT_ALLOWED -> last(FailureTypes.BOT_NOT_ALLOWED, message);
      case NOT_FOUND -> last(FailureTypes.EMPLOYEE_NOT_FOUND, message);
      case REFUSED -> last(FailureTypes.BACKOFFICE_REFUSED, message);
      case DUPLICATE -> last(FailureTypes.BACKOFFICE_DUPLICATE, message);
      case CHANGED -> last(FailureTypes.PAGE_CHANGED, message);
    };
  }
}
