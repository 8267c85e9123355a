package dev.lanyard.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.secrets.Pin;
import dev.lanyard.starter.follow.FollowOutcome;
import dev.lanyard.starter.follow.Watcher;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.DecisionAnswer;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.StepStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The demo: a hire is corrected, gets access, loses it, gets it back and loses it for good; another
 * one's half-done access is undone. What counts is read from the two remote systems, not from the
 * workflows' own results.
 */
final class DemoStory {

  private static final String SITE = "Wash 37135";
  private static final String TEMPLATE = "General User";
  private static final String EMAIL = "jane.doe@example.com";
  private static final String MISTYPED = "jane.deo@example.com";

  private final DemoCompany company;
  private final RemoteWitness witness;
  private final Teller teller;
  private final String number;

  /**
   * @param number new in every demo, so that it can be told for ever against the same Temporal
   */
  DemoStory(DemoCompany company, RemoteWitness witness, Teller teller, String number) {
    this.company = company;
    this.witness = witness;
    this.teller = teller;
    this.number = number;
  }

  void tell() {
    EmployeeNumber jane = EmployeeNumber.of("demo-" + number);
    EmployeeNumber dana = EmployeeNumber.of("demo-" + number + "-b");
    boolean told = false;
    try {
      tell(jane, dana);
      told = true;
    } finally {
      if (!told) {
        boolean interrupted = Thread.interrupted(); // else nothing could be ended any more
        company.endRuns(jane, dana);
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private void tell(EmployeeNumber jane, EmployeeNumber dana) {
    Pin first = hire(jane, janeDoe());
    terminate("2. She is terminated at once", jane, 12345);
    undo(jane, first);
    terminate("4. She leaves after all", jane, 12345);
    compensate(dana, danaExample());
    must(witness.widenings() == 0, "no request left a site list out");
    List<String> unsettled = company.unsettledRuns(jane, dana);
    must(unsettled.isEmpty(), "every run ended as it should: " + unsettled);
  }

  private Pin hire(EmployeeNumber jane, Hire hire) {
    teller.chapter("1. Jane Doe is hired, and her e-mail address is mistyped");
    teller.submitted("hire", jane.value());
    FollowOutcome end = company.hire(jane, hire, watcher(id -> correct(id, jane, EMAIL)));
    OnboardingResult result = onboarded(end);
    teller.granted(result);
    Pin pin = company.collectPin(jane);
    teller.pin(pin.digits());

    JsonNode employee =
        witness.employee(12345).orElseThrow(() -> new DemoFailed("Backoffice has no record"));
    must(employee.path("active").asBoolean(), "the Backoffice record is active");
    must(
        result.employeeId().filter(id -> id == employee.path("id").asInt()).isPresent(),
        "the employee ID is Backoffice's");
    must(texts(employee.path("sites")).equals(List.of(SITE)), "Backoffice grants one site");
    must(employee.path("template").asText().equals(TEMPLATE), "Backoffice grants the template");
    must(pin.matches(employee.path("pin").asText()), "the PIN in Backoffice is the collected one");
    teller.seen(
        "Backoffice",
        "employee " + employee.path("id").asInt() + " active, " + SITE + ", " + TEMPLATE);

    JsonNode staff =
        witness
            .staffMember(jane.value())
            .orElseThrow(() -> new DemoFailed("the staff API has no staff member"));
    must(!staff.path("is_admin").asBoolean(), "the staff member is no administrator");
    must(staff.path("sites").size() == 1, "the staff API grants one site");
    must(
        new TreeSet<>(texts(staff.path("permissions")))
            .equals(new TreeSet<>(List.of("FinishSale", "PosPermission"))),
        "the staff API grants two permissions");
    must(witness.invitations(EMAIL) == 1, "one invitation was sent");
    must(witness.invitations(MISTYPED) == 0, "none to the mistyped address");
    teller.seen(
        "staff API",
        "staff member " + staff.path("id").asLong() + ", 1 site, 2 permissions, 1 invitation");
    return pin;
  }

  /** The approver sees the mistake in the plan; the corrected plan is another request. */
  private void correct(String workflowId, EmployeeNumber jane, String email) {
    teller.say(
        "The approver sees the mistyped address: ./lanyard amend " + jane + " --email " + email);
    DecisionAnswer answer = company.correctEmail(workflowId, email);
    must(answer.accepted(), "the correction counts; " + answer.reason());
  }

  private void undo(EmployeeNumber jane, Pin first) {
    teller.chapter("3. That was a mistake, and is undone");
    teller.submitted("undo", jane.value());
    FollowOutcome end = company.undo(jane, watcher());
    must(end.done(), "the termination was undone; " + describe(end));
    Pin second = company.collectPin(jane);
    teller.pin(second.digits());
    JsonNode employee = witness.employee(12345).orElseThrow();
    must(employee.path("active").asBoolean(), "the Backoffice record is active again");
    must(texts(employee.path("sites")).equals(List.of(SITE)), "with the same site");
    must(employee.path("template").asText().equals(TEMPLATE), "and the same template");
    must(second.matches(employee.path("pin").asText()), "the PIN is the collected one");
    must(!first.matches(employee.path("pin").asText()), "and not the old one");
    teller.seen("Backoffice", "active again, " + SITE + ", " + TEMPLATE + ", with another PIN");
    JsonNode staff = witness.staffMember(jane.value()).orElseThrow();
    must(staff.path("sites").size() == 1, "the staff API grants the one site again");
    must(staff.path("permissions").size() == 2, "and the two permissions");
    teller.seen("staff API", "1 site, 2 permissions, as before");
  }

  private void terminate(String title, EmployeeNumber jane, int posUserId) {
    teller.chapter(title);
    teller.submitted("termination", jane.value());
    FollowOutcome end =
        company.terminate(
            jane,
            new Termination(
                Optional.of(PosUserId.of(posUserId)), Optional.of("Doe"), Optional.empty(), true),
            watcher());
    must(end.done(), "the termination is done");
    must(
        !witness.employee(posUserId).orElseThrow().path("active").asBoolean(true),
        "the Backoffice record is inactive");
    teller.seen("Backoffice", "inactive");
    JsonNode staff = witness.staffMember(jane.value()).orElseThrow();
    must(noAccess(staff), "the staff member has no access");
    teller.seen("staff API", "no sites, no permissions");
  }

  private void compensate(EmployeeNumber dana, Hire hire) {
    teller.chapter("5. Dana Example is hired, and the staff API refuses her for good");
    witness.refuseNewStaff();
    teller.submitted("hire", dana.value());
    FollowOutcome end = company.hire(dana, hire, watcher());
    must(
        end instanceof FollowOutcome.OnboardingEnded ended
            && ended.result().outcome().equals(OnboardingResult.UNDONE),
        "the onboarding ended undone; " + describe(end));
    teller.say("What was done was undone:");
    must(
        !witness.employee(hire.posUserId().value()).orElseThrow().path("active").asBoolean(true),
        "the Backoffice record is inactive");
    teller.seen("Backoffice", "her record stays, inactive (nothing can be deleted there)");
    must(
        witness.staffMember(dana.value()).map(DemoStory::noAccess).orElse(true),
        "the staff API shows no access");
    teller.seen("staff API", "nothing");
  }

  private OnboardingResult onboarded(FollowOutcome end) {
    if (end instanceof FollowOutcome.OnboardingEnded ended && ended.done()) {
      return ended.result();
    }
    throw new DemoFailed("the onboarding did not end done: " + describe(end));
  }

  private static String describe(FollowOutcome end) {
    if (end instanceof FollowOutcome.ProcessFailed failed) {
      return failed.type() + ", " + failed.reason();
    }
    if (end instanceof FollowOutcome.OnboardingEnded ended) {
      return ended.result().outcome() + ", " + ended.result().reason();
    }
    if (end instanceof FollowOutcome.AlterationEnded ended) {
      return ended.outcome() + ", " + ended.reason();
    }
    if (end instanceof FollowOutcome.EventSettled settled) {
      return settled.record().disposition() + ", " + settled.record().reason();
    }
    return end.getClass().getSimpleName();
  }

  private Watcher watcher() {
    return watcher(id -> {});
  }

  /**
   * @param beforeTheFirst is told the run of the first request, before anybody answers it
   */
  private Watcher watcher(Consumer<String> beforeTheFirst) {
    return new Watcher() {
      private String workflowId = "";
      private String first = "";

      @Override
      public void process(String id) {
        workflowId = id;
      }

      @Override
      public void step(StepStatus step) {
        teller.step(workflowId, step);
      }

      @Override
      public void notice(String text) {
        teller.say(text);
      }

      @Override
      public boolean request(String id, OpenRequest request, RunStatus status) {
        teller.asked(id, request);
        if (!request.kind().equals(OpenRequest.APPROVAL)) {
          throw new DemoFailed(request.question() + " " + String.join(" ", request.detail()));
        }
        if (first.isEmpty()) {
          first = request.id();
          beforeTheFirst.accept(id);
        }
        boolean overtaken = company.isNoLongerOpen(id, request.id());
        if (!overtaken) {
          teller.approves().ifPresent(approved -> decide(id, request, approved));
        }
        return true;
      }
    };
  }

  private void decide(String workflowId, OpenRequest request, boolean approved) {
    String choice = approved ? Decision.APPROVE : Decision.REJECT;
    DecisionAnswer answer =
        company.decide(workflowId, new Decision(request.id(), choice, "the demo", ""));
    if (!answer.accepted()) {
      teller.say("not counted: " + answer.reason());
    }
  }

  private static boolean noAccess(JsonNode staff) {
    return staff.path("sites").isEmpty()
        && staff.path("permissions").isEmpty()
        && !staff.path("is_admin").asBoolean();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static void must(boolean isSo, String expectation) {
    if (!isSo) {
      throw new DemoFailed("not so: " + expectation);
    }
  }

  /** The quickstart's, with a slip. */
  private static Hire janeDoe() {
    return hire("Jane", "Doe", "6155551234", MISTYPED, 12345);
  }

  private static Hire danaExample() {
    return hire("Dana", "Example", "5550100123", "dana@example.com", 12346);
  }

  private static Hire hire(
      String firstName, String lastName, String phone, String email, int posUserId) {
    return new Hire(
        firstName,
        lastName,
        Optional.of(phone),
        Optional.of(email),
        PosUserId.of(posUserId),
        new BigDecimal("15.50"),
        LocalDate.of(2026, 5, 1),
        SiteChoice.of(List.of(SITE)),
        TEMPLATE,
        List.of(),
        Optional.empty());
  }
}
