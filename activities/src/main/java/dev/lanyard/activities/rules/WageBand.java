package dev.lanyard.activities.rules;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * US dollars an hour.
 *
 * @param min the least that a hire may state
 * @param max the most
 * @param usual what a hire that states none gets; absent: it has to state one
 */
public record WageBand(BigDecimal min, BigDecimal max, Optional<BigDecimal> usual) {

  boolean contains(BigDecimal rate) {
    return rate.compareTo(min) >= 0 && rate.compareTo(max) <= 0;
  }

  @Override
  public String toString() {
    return min.toPlainString() + " to " + max.toPlainString();
  }
}
