package dev.lanyard.workflows.offboarding;

import dev.lanyard.workflows.ActivityStubs;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.attention.Asking;
import dev.lanyard.workflows.attention.AttendedSteps;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.backoffice.webuser.CloseWebUser;
import dev.lanyard.workflows.backoffice.webuser.FindWebUsers;
import dev.lanyard.workflows.backoffice.webuser.WebUserCandidate;
import dev.lanyard.workflows.backoffice.webuser.WebUserClosed;
import dev.lanyard.workflows.backoffice.webuser.WebUserRow;
import dev.lanyard.workflows.backoffice.webuser.WebUsersFound;
import dev.lanyard.workflows.progress.Progress;
import io.temporal.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The logins to Backoffice itself, which outlive the employee record. They are looked for before
 * the employee is disabled, since afterwards their pages may be out of reach (section 13.3), and
 * the disabling does not wait for them.
 */
final class WebUserExit {

  private static final String FIND = "find web users";

  private final OffboardingInput input;
  private final NameGuard guard;
  private final AttendedSteps steps;
  private final Asking asking;
  private final Progress progress;
  private final LastMoment lastMoment;
  private final ProcessPolicy policy;
  private final BackofficeExit backoffice;
  private final Set<Integer> leftOpen = new HashSet<>();
  private final Set<Integer> warnedOf = new HashSet<>();
  private String outcome = "";

  WebUserExit(
      OffboardingInput input,
      NameGuard guard,
      AttendedSteps steps,
      Asking asking,
      Progress progress,
      LastMoment lastMoment,
      ProcessPolicy policy,
      BackofficeExit backoffice) {
    this.input = input;
    this.guard = guard;
    this.steps = steps;
    this.asking = asking;
    this.progress = progress;
    this.lastMoment = lastMoment;
    this.policy = policy;
    this.backoffice = backoffice;
  }

  void run() {
    Workflow.await(backoffice::looked);
    if (!backoffice.recognised() || backoffice.employeeId().isEmpty()) {
      notLookedFor();
      return;
    }
    // Already now, so that on a later last day they are known before the employee is disabled.
    Optional<WebUsersFound> found = find("");
    boolean waited = lastMoment.await("last day (web users)");
    if (lastMoment.calledOff() || found.isEmpty()) {
      return;
    }
    if (input.leave()) {
      list(found.get());
      return;
    }
    close(found.get());
    if (waited) {
      find(", last day").ifPresent(this::close);
    }
    Workflow.sleep(policy.lookAgainAfter());
    // Who was made meanwhile, or made active again.
    find(", second look").ifPresent(this::close);
    if (outcome.isEmpty()) {
      outcome = OffboardingResult.NONE_FOUND;
    }
  }

  private void notLookedFor() {
    outcome = OffboardingResult.NOT_LOOKED_FOR;
    progress.warn(
        new Finding(
            "WEB_USERS_NOT_LOOKED_FOR",
            "webUser",
            "Backoffice web users were not looked for: no Backoffice record of this person is"
                + " known, which they are found by. See Backoffice, Back Office Users."));
  }

  private Optional<WebUsersFound> find(String when) {
    int employeeId = backoffice.employeeId().orElseThrow();
    Optional<WebUsersFound> found =
        steps.runOr(
            FIND + when,
            () ->
                ActivityStubs.webUsers("web users of employee " + employeeId)
                    .find(FindWebUsers.ofEmployee(employeeId)),
            WebUserExit::words,
            List.of(Decision.SKIP));
    found.ifPresentOrElse(this::warnOfDoubts, () -> outcome = OffboardingResult.LEFT_TO_A_HUMAN);
    return found;
  }

  static String words(WebUsersFound found) {
    long open = found.linked().stream().filter(WebUserRow::active).count();
    return found.linked().isEmpty()
        ? "none found"
        : found.linked().size() + " found, " + open + " with a working login";
  }

  private void warnOfDoubts(WebUsersFound found) {
    if (!found.complete() && warnedOf.add(0)) {
      progress.warn(
          new Finding(
              "WEB_USERS_INCOMPLETE",
              "webUser",
              "The list of web users could not be looked through to its end; look there too."));
    }
    found.candidates().stream()
        .filter(candidate -> !candidate.linked() && candidate.user().active())
        .filter(candidate -> warnedOf.add(candidate.user().userId()))
        .forEach(candidate -> progress.warn(doubt(candidate)));
  }

  static Finding doubt(WebUserCandidate candidate) {
    return new Finding(
        "WEB_USER_MAYBE",
        "webUser",
        "Web user "
            + candidate.user().userId()
            + " has the same "
            + (candidate.sameEmail() ? "e-mail address" : "name")
            + " and was not touched, since that alone does not prove whose it is: see "
            + page(candidate.user().userId())
            + ".");
  }

  /** Whoever is away for a while keeps the login: nobody could give it back exactly. */
  private void list(WebUsersFound found) {
    outcome = found.linked().isEmpty() ? OffboardingResult.NONE_FOUND : "listed only";
    found.linked().stream()
        .filter(WebUserRow::active)
        .forEach(
            user ->
                progress.warn(
                    new Finding(
                        "WEB_USER_KEPT",
                        "webUser",
                        "Web user "
                            + user.userId()
                            + " keeps its login during the leave; disable it by hand where that is"
                            + " not wanted: "
                            + page(user.userId())
                            + ".")));
  }

  private void close(WebUsersFound found) {
    for (WebUserRow user : found.linked()) {
      if (!user.active()) {
        outcome = outcome.isEmpty() ? "was already closed" : outcome;
      } else if (!leftOpen.contains(user.userId())) {
        close(user);
      }
    }
  }

  private void close(WebUserRow user) {
    String step = "close web user " + user.userId();
    while (true) {
      Optional<WebUserClosed> closed =
          steps.runOr(
              step,
              () ->
                  ActivityStubs.webUsers("web user " + user.userId())
                      .close(new CloseWebUser(user.userId(), user.username(), guard.lastName())),
              WebUserExit::words,
              List.of(Decision.SKIP));
      if (closed.isEmpty()) {
        leave(user);
        return;
      }
      if (!closed.get().loginActive()) {
        outcome = outcome.equals(OffboardingResult.LEFT_TO_A_HUMAN) ? outcome : "closed";
        return;
      }
      if (handOver(closed.get()).choice().equals(Decision.SKIP)) {
        leave(user);
        return;
      }
    }
  }

  private void leave(WebUserRow user) {
    leftOpen.add(user.userId());
    outcome = OffboardingResult.LEFT_TO_A_HUMAN;
  }

  private static String words(WebUserClosed closed) {
    return closed.loginActive()
        ? "still open: " + String.join(", ", closed.remaining())
        : "read back: the login is disabled";
  }

  /** No request is known that disables a login (section 13): a named human does it. */
  private Decision handOver(WebUserClosed open) {
    String step = "disable login of web user " + open.userId();
    progress.begin(step);
    progress.parked(step, "by hand");
    Decision decision =
        asking
            .ask(
                "Disable this login in Backoffice, on the page "
                    + open.disableAt().orElse(page(open.userId())),
                List.of(
                    "Still open: " + String.join(", ", open.remaining()),
                    "Why: " + open.reason(),
                    "done: it is disabled, which is then read back",
                    "skip: you take it over, and the run ends with it open"),
                policy.operators(),
                List.of(Decision.DONE, Decision.SKIP),
                () -> false)
            .orElseThrow();
    if (decision.choice().equals(Decision.SKIP)) {
      progress.failed(step, "left to " + decision.by());
    } else {
      progress.done(step, "says " + decision.by());
    }
    return decision;
  }

  private static String page(int userId) {
    return "/user/edit/" + userId;
  }

  String outcome() {
    return outcome;
  }
}
