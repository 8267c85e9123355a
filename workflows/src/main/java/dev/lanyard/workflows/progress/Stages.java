package dev.lanyard.workflows.progress;

/** The values of the search attribute {@code Stage}: plain text, for filters in Temporal UI. */
public final class Stages {

  public static final String CHECKING = "checking";
  public static final String AWAITING_APPROVAL = "awaiting-approval";
  public static final String WAITING_FOR_DATE = "waiting-for-date";
  public static final String GRANTING = "granting";
  public static final String REVOKING = "revoking";
  public static final String VERIFYING = "verifying";
  public static final String PARKED = "parked";
  public static final String UNDOING = "undoing";
  public static final String DONE = "done";
  public static final String PLANNED = "planned";
  public static final String UNDONE = "undone";
  public static final String REFUSED = "refused";

  private Stages() {}
}
