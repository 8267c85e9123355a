package dev.lanyard.activities.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has had which notice already, or refused it for good: a repeated attempt leaves them out. In
 * memory alone: another worker repeats, with the same message id.
 */
final class Deliveries {

  /** Notices to one address each; a day of a large company (guessed). */
  private static final int KEPT = 10_000;

  private final Map<String, Optional<DeliveryFailure>> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<DeliveryFailure>> eldest) {
          return size() > KEPT;
        }
      };

  synchronized void delivered(String notice, String receiver) {
    ended.put(notice + " " + receiver, Optional.empty());
  }

  synchronized void refused(String notice, String receiver, DeliveryFailure failure) {
    ended.put(notice + " " + receiver, Optional.of(failure));
  }

  synchronized boolean isOver(String notice, String receiver) {
    return ended.containsKey(notice + " " + receiver);
  }

  /** Why it was refused for good; empty when it was delivered, or is still to be. */
  synchronized Optional<DeliveryFailure> refusal(String notice, String receiver) {
    return ended.getOrDefault(notice + " " + receiver, Optional.empty());
  }
}
