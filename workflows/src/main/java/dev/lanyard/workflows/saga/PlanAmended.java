package dev.lanyard.workflows.saga;

/** What is asked for is another thing by now: what is under way goes back to the check. */
public final class PlanAmended extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PlanAmended() {
    super("it was amended", null, false, false);
  }
}
