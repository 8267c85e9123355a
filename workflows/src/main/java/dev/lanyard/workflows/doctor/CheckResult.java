package dev.lanyard.workflows.doctor;

/** How one check of an examination ended. */
public enum CheckResult {
  OK,
  /** Works, and may surprise somebody. */
  WARNING,
  /** Lanyard cannot do some or all of its work like this. */
  FAILED,
  /** Could not be looked at; the finding says why. */
  UNKNOWN
}
