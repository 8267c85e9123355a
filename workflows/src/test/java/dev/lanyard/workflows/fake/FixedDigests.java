package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.digest.Digest;
import dev.lanyard.workflows.digest.DigestActivities;
import dev.lanyard.workflows.digest.DigestInput;
import dev.lanyard.workflows.digest.UncleanQuestion;
import dev.lanyard.workflows.digest.UncleanRuns;
import dev.lanyard.workflows.notification.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Digests that are put in by hand. */
public final class FixedDigests implements DigestActivities {

  public volatile LocalDate day = LocalDate.of(2026, 5, 1);
  public final List<Notice> notices = new CopyOnWriteArrayList<>();
  public volatile UncleanRuns unclean = new UncleanRuns(List.of(), false);

  @Override
  public DigestInput onItsDay(DigestInput input) {
    return new DigestInput(input.kind(), input.zone(), Optional.of(day));
  }

  @Override
  public Digest compose(DigestInput input) {
    return new Digest(notices);
  }

  @Override
  public UncleanRuns unclean(UncleanQuestion question) {
    return unclean;
  }

  /** A digest for this group. */
  public Notice to(String group) {
    return new Notice(
        group + "/" + day,
        Notice.DIGEST,
        group,
        "digest",
        "digest/" + day,
        "",
        "",
        "who starts",
        List.of("starts: hr-10442"),
        "",
        Optional.empty(),
        List.of());
  }
}
