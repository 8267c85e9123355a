package dev.lanyard.activities.backoffice;

import dev.lanyard.workflows.FailureTypes;
import java.util.List;

/** A request that breaks the rules, told before anything is asked. */
final class InputRefused {

  private InputRefused() {}

  /**
   * @param what such as "This change of employee 12"
   * @param problems all of them, without personal values; none passes
   */
  static void unlessNone(String what, List<String> problems) {
    if (!problems.isEmpty()) {
      throw BackofficeFailures.last(
          FailureTypes.INPUT_REFUSED,
          what
              + " cannot be carried out: "
              + String.join("; ", problems)
              + ". Nothing was asked or written; correct it and hand it in again.");
    }
  }
}
