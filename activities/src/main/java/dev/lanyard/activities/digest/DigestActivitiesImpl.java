package dev.lanyard.activities.digest;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.digest.Digest;
import dev.lanyard.workflows.digest.DigestActivities;
import dev.lanyard.workflows.digest.DigestInput;
import dev.lanyard.workflows.digest.UncleanQuestion;
import dev.lanyard.workflows.digest.UncleanRun;
import dev.lanyard.workflows.digest.UncleanRuns;
import dev.lanyard.workflows.notification.Notice;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Digests, from what Temporal knows of all runs. */
public final class DigestActivitiesImpl implements DigestActivities {

  private final Runs runs;
  private final DigestSettings settings;
  private final Clock clock;

  /**
   * @param client reads the runs' answers, so it has the worker's codec
   */
  public DigestActivitiesImpl(WorkflowClient client, DigestSettings settings, Clock clock) {
    this(new TemporalRuns(client, settings.taskQueue()), settings, clock);
  }

  DigestActivitiesImpl(Runs runs, DigestSettings settings, Clock clock) {
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public DigestInput onItsDay(DigestInput input) {
    LocalDate today = LocalDate.now(clock.withZone(zone(input)));
    return new DigestInput(input.kind(), input.zone(), Optional.of(input.day().orElse(today)));
  }

  @Override
  public Digest compose(DigestInput input) {
    ZoneId zone = zone(input);
    LocalDate day = input.day().orElseThrow(() -> refused("a digest needs its day"));
    return switch (input.kind() == null ? "" : input.kind()) {
      case Notice.DIGEST -> upcoming(day, zone);
      case Notice.UNCLEAN -> uncleanOn(day);
      default -> throw refused("kind must be digest or unclean");
    };
  }

  @Override
  public UncleanRuns unclean(UncleanQuestion question) {
    int days = question.days() < 1 ? UncleanQuestion.DAYS : question.days();
    return new UncleanEnds(runs).since(clock.instant().minus(Duration.ofDays(days)));
  }

  private Digest upcoming(LocalDate day, ZoneId zone) {
    List<Notice> notices = new ArrayList<>();
    new SiteDigests(runs, settings)
        .of(day, zone)
        .forEach(
            (site, lines) -> {
              String place = site.isEmpty() ? "no site yet" : site;
              notices.add(
                  notice(
                      Notice.DIGEST,
                      settings.groupOf(site),
                      place,
                      day,
                      place
                          + ", "
                          + day
                          + ": what comes within "
                          + settings.ahead().toDays()
                          + " days",
                      lines,
                      List.of()));
            });
    return new Digest(notices);
  }

  private Digest uncleanOn(LocalDate day) {
    UncleanRuns found = unclean(new UncleanQuestion(UncleanQuestion.DAYS));
    if (found.runs().isEmpty()) {
      return new Digest(List.of());
    }
    return new Digest(
        List.of(
            notice(
                Notice.UNCLEAN,
                settings.operators(),
                "all",
                day,
                found.runs().size()
                    + (found.runs().size() == 1 ? " person whose" : " people whose")
                    + " last run did not end cleanly",
                found.runs().stream().map(UncleanRun::describe).toList(),
                List.of("./lanyard unclean"))));
  }

  /** Its ids are those of the day and the place, so that a repeat is the same notice. */
  private static Notice notice(
      String kind,
      String group,
      String place,
      LocalDate day,
      String words,
      List<String> lines,
      List<String> commands) {
    return new Notice(
        place + "/" + day,
        kind,
        group,
        kind,
        kind + "/" + day,
        "",
        "",
        words,
        lines,
        "",
        Optional.empty(),
        commands);
  }

  private static ZoneId zone(DigestInput input) {
    try {
      return ZoneId.of(input.zone() == null ? "" : input.zone());
    } catch (DateTimeException e) {
      throw refused("zone must be a time zone such as America/Chicago");
    }
  }

  private static ApplicationFailure refused(String words) {
    return ApplicationFailure.newNonRetryableFailure(words, FailureTypes.INPUT_REFUSED);
  }
}
