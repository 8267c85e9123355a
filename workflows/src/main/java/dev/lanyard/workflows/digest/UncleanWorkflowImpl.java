package dev.lanyard.workflows.digest;

import dev.lanyard.workflows.ActivityStubs;

/** One activity. */
public final class UncleanWorkflowImpl implements UncleanWorkflow {

  @Override
  public UncleanRuns list(UncleanQuestion question) {
    return ActivityStubs.digests()
        .unclean(question == null ? new UncleanQuestion(UncleanQuestion.DAYS) : question);
  }
}
