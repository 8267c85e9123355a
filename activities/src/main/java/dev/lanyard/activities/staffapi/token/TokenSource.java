package dev.lanyard.activities.staffapi.token;

import java.util.function.Predicate;

/** Where the next access token comes from. */
@FunctionalInterface
interface TokenSource {

  /**
   * A token that is good: one that somebody else got meanwhile, or a new one.
   *
   * @throws dev.lanyard.activities.staffapi.client.StaffApiException when there is none to be had
   */
  AccessToken get(Predicate<AccessToken> good);

  /** A request is about to be made with what this gave. */
  default void used() {}
}
