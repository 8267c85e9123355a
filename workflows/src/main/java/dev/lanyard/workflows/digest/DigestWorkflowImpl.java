package dev.lanyard.workflows.digest;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.notification.NoticeSent;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.List;

/** All notices of a day at once; one that is refused stops no other, and fails the run. */
public final class DigestWorkflowImpl implements DigestWorkflow {

  @Override
  public DigestResult send(DigestInput input) {
    Digest digest = ActivityStubs.digests().compose(input);
    if (digest.notices().isEmpty()) {
      return new DigestResult(0, DigestResult.NOTHING);
    }
    List<Promise<NoticeSent>> underWay = new ArrayList<>();
    for (Notice notice : digest.notices()) {
      underWay.add(
          Async.function(
              ActivityStubs.notifications("tell " + notice.group() + ": " + notice.kind())::notify,
              notice));
    }
    ActivityFailure refused = null;
    for (Promise<NoticeSent> sent : underWay) {
      try {
        sent.get();
      } catch (ActivityFailure failure) {
        refused = failure;
      }
    }
    if (refused != null) {
      throw refused;
    }
    return new DigestResult(underWay.size(), DigestResult.SENT);
  }
}
