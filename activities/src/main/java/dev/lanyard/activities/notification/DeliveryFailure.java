package dev.lanyard.activities.notification;

/**
 * A mail or a webhook call that did not arrive, as far as is known.
 *
 * <p>Its message names no address, person or path.
 */
final class DeliveryFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final boolean last;

  /**
   * @param type of {@link dev.lanyard.workflows.FailureTypes}
   * @param last whether a repetition would get the same answer
   */
  DeliveryFailure(String type, boolean last, String message) {
    super(message);
    this.type = type;
    this.last = last;
  }

  String type() {
    return type;
  }

  boolean isLast() {
    return last;
  }
}
