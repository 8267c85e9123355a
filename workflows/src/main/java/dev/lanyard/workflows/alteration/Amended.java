package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.saga.Amendable;
import dev.lanyard.workflows.saga.PlanAmended;
import java.util.Optional;

/** Whether what everything rests on is what is asked for by now. */
final class Amended {

  private static final String OFFER = "Or correct it: ./lanyard amend ";

  private final String employeeNumber;
  private Optional<Amendable<?>> amendable = Optional.empty();
  private int seen;

  Amended(String employeeNumber) {
    this.employeeNumber = employeeNumber;
  }

  /** This process can be amended; those that cannot never call it. */
  void by(Amendable<?> asked) {
    amendable = Optional.of(asked);
  }

  int count() {
    return amendable.map(Amendable::count).orElse(0);
  }

  /** What is looked at from here on is what is asked for now. */
  void begin() {
    seen = count();
  }

  /** Whether an amendment took effect since the look began. */
  boolean isAny() {
    return count() != seen;
  }

  /**
   * @throws PlanAmended when one took effect since the look began
   */
  void requireNone() {
    if (isAny()) {
      throw new PlanAmended();
    }
  }

  /** From here on none is taken; the first reason counts. */
  void close(String why) {
    amendable.ifPresent(asked -> asked.close(why));
  }

  /** What a parked step says about it. */
  Optional<String> offer() {
    return amendable.filter(Amendable::isOpen).map(asked -> OFFER + employeeNumber);
  }
}
