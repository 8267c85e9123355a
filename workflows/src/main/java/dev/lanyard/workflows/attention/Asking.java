package dev.lanyard.workflows.attention;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How a run asks what is to become of a parked step. */
@FunctionalInterface
public interface Asking {

  /** Waits for a decision that counts; empty when {@code overtaken} became true first. */
  Optional<Decision> ask(
      String question,
      List<String> detail,
      String group,
      List<String> choices,
      BooleanSupplier overtaken);
}
