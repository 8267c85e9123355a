package dev.lanyard.workflows.onboarding;

/** The hire is another one by now: what is under way goes back to the check and its plan. */
final class PlanAmended extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlanAmended() {
    super("the hire was amended", null, false, false);
  }
}
