package dev.lanyard.activities.backoffice;

/** Where a record in Backoffice carries our employee number, if anywhere. */
public enum LinkField {
  /** No field is free for it: the PIN alone proves that a record is ours. */
  NONE,
  /** {@code employee[adpEmployeeId]}, at most 32 characters (section 7.1). */
  ADP_EMPLOYEE_ID
}
