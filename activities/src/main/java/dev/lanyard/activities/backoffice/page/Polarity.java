package dev.lanyard.activities.backoffice.page;

/** What a checked site box of a flat tenant means; contested (section 6.6). */
public enum Polarity {
  /** {@code employee[siteIds][]} is an allow list. */
  CHECKED_GRANTS,
  /** {@code employee[siteIds][]} is a block list. */
  CHECKED_DENIES
}
