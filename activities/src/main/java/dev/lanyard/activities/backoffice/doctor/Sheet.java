package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.client.BackofficeFailure;
import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.client.Seen;
import dev.lanyard.activities.backoffice.client.Survey;
import dev.lanyard.activities.backoffice.page.PageChanged;
import dev.lanyard.activities.backoffice.page.PageTruncated;
import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import dev.lanyard.workflows.doctor.OpenQuestion;
import dev.lanyard.workflows.doctor.PageSeen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an examination writes down. Whatever a look throws becomes a finding, so that the others go
 * on; but not against a server that does not answer, refuses the login or asks to be left alone.
 */
final class Sheet {

  /** One page may be out of order by itself; two in a row are not (guessed). */
  private static final int OUTAGES_IN_A_ROW = 2;

  private final Survey survey;
  private final Duration budget;
  private final long began = System.nanoTime();
  private final List<Check> checks = new ArrayList<>();
  private final List<PageSeen> pages = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();
  private final List<OpenQuestion> questions = new ArrayList<>();
  private Optional<Seen> previous;
  private int outages;
  private String over = "";

  /**
   * @param budget no further request is begun after that
   */
  Sheet(Survey survey, Duration budget) {
    this.survey = survey;
    this.budget = budget;
    this.previous = survey.lastSeen();
  }

  /** A look of which a check depends; empty when it failed, and then that check says so. */
  <T> Optional<T> look(String id, String path, Supplier<T> look) {
    if (isOver()) {
      unknown(id, path, "Not looked at: " + over);
      return Optional.empty();
    }
    try {
      return Optional.of(taken(id, path, look));
    } catch (BackofficeFailure e) {
      failed(id, path, e.finding(), remedy(e));
    } catch (PageChanged e) {
      failed(id, path, e.finding(), e.remedy());
    } catch (PageTruncated e) {
      failed(id, path, e.getMessage(), "Ask again.");
    }
    return Optional.empty();
  }

  /** A look that only an open question depends on. */
  <T> Optional<T> ask(String topic, String path, Supplier<T> look) {
    if (isOver()) {
      unanswered(topic, "not asked: " + over);
      return Optional.empty();
    }
    try {
      return Optional.of(taken(topic, path, look));
    } catch (BackofficeFailure e) {
      unanswered(topic, e.finding());
    } catch (PageChanged e) {
      unanswered(topic, e.finding());
    } catch (PageTruncated e) {
      unanswered(topic, e.getMessage());
    }
    return Optional.empty();
  }

  private <T> T taken(String what, String path, Supplier<T> look) {
    try {
      T found = look.get();
      outages = 0;
      return found;
    } catch (BackofficeFailure e) {
      note(e);
      throw e;
    } finally {
      survey
          .lastSeen()
          .filter(last -> !previous.equals(Optional.of(last)))
          .ifPresent(last -> noteSeen(what, path, last));
    }
  }

  private void noteSeen(String what, String path, Seen last) {
    previous = Optional.of(last);
    seen.add(last);
    pages.add(
        new PageSeen(what, path, last.status(), last.bytes(), last.gzip(), last.took().toMillis()));
  }

  private void note(BackofficeFailure e) {
    outages = e.kind() == Kind.OUTAGE ? outages + 1 : 0;
    if (e.kind() == Kind.LOGIN_REJECTED) {
      over = "there is no login.";
    } else if (e.kind() == Kind.RATE_LIMITED) {
      over = "Backoffice asked to be left alone.";
    } else if (outages >= OUTAGES_IN_A_ROW) {
      over = "Backoffice does not answer.";
    }
  }

  private static String remedy(BackofficeFailure e) {
    return switch (e.kind()) {
      case OUTAGE ->
          "Check SONNYS_SUBDOMAIN and the network, open the page in a browser, ask again.";
      case RATE_LIMITED ->
          "Ask again in " + e.retryAfter().orElse(Duration.ZERO).toSeconds() + " s.";
      case NOT_FOUND, NOT_ALLOWED ->
          "Give the bot's user the Administrator template and all regions (or all sites).";
      default ->
          e.remedy().isEmpty() ? "Open the page in a browser as the bot's user." : e.remedy();
    };
  }

  /** Whether nothing more is asked. */
  boolean isOver() {
    if (over.isEmpty() && System.nanoTime() - began > budget.toNanos()) {
      over = "the examination had taken " + budget.toSeconds() + " s.";
    }
    return !over.isEmpty();
  }

  void ok(String id, String path, String finding) {
    checks.add(new Check(id, path, CheckResult.OK, finding, ""));
  }

  void warning(String id, String path, String finding, String remedy) {
    checks.add(new Check(id, path, CheckResult.WARNING, finding, remedy));
  }

  void failed(String id, String path, String finding, String remedy) {
    checks.add(new Check(id, path, CheckResult.FAILED, finding, remedy));
  }

  void unknown(String id, String path, String finding) {
    checks.add(new Check(id, path, CheckResult.UNKNOWN, finding, ""));
  }

  void answered(String topic, String answer) {
    questions.add(new OpenQuestion(topic, true, answer));
  }

  void unanswered(String topic, String why) {
    questions.add(new OpenQuestion(topic, false, why));
  }

  /** How every answer came so far. */
  List<Seen> seen() {
    return seen;
  }

  ExaminedSystem examined(String origin) {
    return new ExaminedSystem(ExaminedSystem.BACKOFFICE, origin, checks, pages, questions);
  }
}
