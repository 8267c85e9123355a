package dev.lanyard.activities.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.temporal.failure.ApplicationFailure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a failure must be like, whatever it is about. */
final class Refusals {

  private Refusals() {}

  /** The failure, checked for what must never stand in one. */
  static ApplicationFailure failure(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(ApplicationFailure.class);
    ApplicationFailure failure = (ApplicationFailure) thrown;
    assertThat(failure.getOriginalMessage())
        .doesNotContainIgnoringCase("Jane")
        .doesNotContainIgnoringCase("Doe ")
        .doesNotContain("@")
        .doesNotContain("555")
        .doesNotContain(SandboxTenant.PIN.digits())
        .doesNotContain("?");
    assertThat(failure.getCause()).isNull();
    return failure;
  }

  static ApplicationFailure retried(String type, ThrowingCallable call) {
    ApplicationFailure failure = failure(call);
    assertThat(failure.getType()).as(failure.getOriginalMessage()).isEqualTo(type);
    assertThat(failure.isNonRetryable()).isFalse();
    return failure;
  }

  static ApplicationFailure last(String type, ThrowingCallable call) {
    ApplicationFailure failure = failure(call);
    assertThat(failure.getType()).as(failure.getOriginalMessage()).isEqualTo(type);
    assertThat(failure.isNonRetryable()).isTrue();
    return failure;
  }
}
