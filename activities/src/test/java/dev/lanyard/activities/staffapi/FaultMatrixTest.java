package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Fixtures.CASHIER;
import static dev.lanyard.activities.staffapi.Fixtures.EMAIL;
import static dev.lanyard.activities.staffapi.Fixtures.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.staffapi.AssignStaffSites;
import dev.lanyard.workflows.staffapi.ChangeStaffMember;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.DeleteStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.RestoreStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.StaffSnapshot;
import dev.lanyard.workflows.staffapi.StaffTarget;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every request that an activity makes when all is well × every fault that the sandbox knows. The
 * requests are not written down here: a run without a fault tells them.
 */
class FaultMatrixTest {

  private static final StaffPolicy POLICY = new StaffPolicy(false, true);

  /** What a human who reads a final failure is told to do. */
  private static final Pattern REMEDY =
      Pattern.compile("Look |Check |Correct |Revoke |set it there|change of the program");

  private static final StaffAccess EARLIER =
      new StaffAccess(454, false, List.of("CashIn", "Void"), List.of(923L, 924L));

  private static final StaffSnapshot HIRED =
      new StaffSnapshot(
          "Jane",
          "Doe",
          Optional.of("6155551234"),
          Optional.of(EMAIL),
          Optional.of("hr-10442"),
          List.of(Fixtures.RUN),
          Optional.empty(),
          new StaffAccess(454, false, CASHIER, List.of(921L, 922L)));

  private static final StaffFields AMENDED =
      new StaffFields(
          Optional.empty(),
          Optional.of("Roe"),
          Optional.empty(),
          Optional.of("jane.roe@example.com"),
          Optional.empty(),
          Optional.of(List.of(923L, 924L)),
          Optional.of(List.of("CashIn", "Void")));

  /** What a worker has of one API. */
  private record Bodies(StaffApiActivitiesImpl staff, StaffChangeActivitiesImpl changes) {

    static Bodies of(StaffApi api, FakeAttempt attempt) {
      return new Bodies(
          new StaffApiActivitiesImpl(api, attempt, () -> Fixtures.RUN),
          new StaffChangeActivitiesImpl(api, attempt));
    }
  }

  private enum Activity {
    CREATE(false) {
      @Override
      void act(Bodies bodies) {
        bodies.staff().createStaffMember(new CreateStaffMember(JANE, plan(921, 922)));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, CASHIER, Set.of(921L, 922L));
      }
    },
    ASSIGN(true) {
      @Override
      void act(Bodies bodies) {
        bodies.staff().assignStaffSites(new AssignStaffSites(JANE, 454, plan(923)));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, CASHIER, Set.of(923L));
      }
    },
    REVOKE(true) {
      @Override
      void act(Bodies bodies) {
        bodies.staff().revokeStaffMember(new RevokeStaffMember(JANE, Optional.of(454L), false));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, List.of(), Set.of());
      }
    },
    RESTORE(true) {
      @Override
      void prepare(Bodies bodies) {
        REVOKE.act(bodies);
      }

      @Override
      void act(Bodies bodies) {
        bodies.staff().restoreStaffMember(new RestoreStaffMember(JANE, EARLIER));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, List.of("CashIn", "Void"), Set.of(923L, 924L));
      }
    },
    DELETE(true) {
      @Override
      void prepare(Bodies bodies) {
        REVOKE.act(bodies);
      }

      @Override
      void act(Bodies bodies) {
        assertThat(bodies.staff().deleteStaffMember(new DeleteStaffMember(JANE, 454)).kept())
            .isFalse();
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return sandbox.withCode("hr-10442").isEmpty();
      }
    },
    VERIFY(true) {
      @Override
      void act(Bodies bodies) {
        assertThat(
                bodies
                    .staff()
                    .verify(new ExpectedStaffMember(JANE, 454, Optional.of(plan(921, 922))))
                    .removedDoubles())
            .isEmpty();
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, CASHIER, Set.of(921L, 922L));
      }
    },
    CHANGE(true) {
      @Override
      void act(Bodies bodies) {
        bodies.changes().changeStaffMember(new ChangeStaffMember(JANE, HIRED, AMENDED));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, List.of("CashIn", "Void"), Set.of(923L, 924L))
            && sandbox.withCode("hr-10442").get(0).path("last_name").asText().equals("Roe");
      }
    };

    private final boolean onCreated;

    Activity(boolean onCreated) {
      this.onCreated = onCreated;
    }

    void prepare(Bodies bodies) {}

    abstract void act(Bodies bodies);

    abstract boolean isDone(RunningSandbox sandbox);
  }

  /**
   * @param nth of the requests with this method and path
   * @param last of the activity: what happens to the record now was not read any more
   */
  private record Cell(String method, String path, int nth, boolean last) {

    @Override
    public String toString() {
      return method + " " + path + " (" + nth + ")";
    }
  }

  @TestFactory
  Stream<DynamicNode> everyRequestMeetsEveryFault() throws IOException {
    List<DynamicNode> all = new ArrayList<>();
    for (Activity activity : Activity.values()) {
      List<DynamicNode> cells = new ArrayList<>();
      for (Cell cell : cells(activity)) {
        for (ScriptedFault fault : faults(activity)) {
          if (fault.concerns(cell.method(), cell.path())) {
            cells.add(
                DynamicTest.dynamicTest(cell + " × " + fault, () -> run(activity, cell, fault)));
          }
        }
      }
      all.add(DynamicContainer.dynamicContainer(activity.name(), cells));
    }
    return all.stream();
  }

  private static List<ScriptedFault> faults(Activity activity) {
    List<ScriptedFault> all = new ArrayList<>(ScriptedFault.TROUBLES);
    if (activity != Activity.VERIFY) {
      all.addAll(ScriptedFault.ANSWERS);
    }
    return all;
  }

  private static List<Cell> cells(Activity activity) throws IOException {
    try (RunningSandbox sandbox = new RunningSandbox()) {
      activity.act(prepared(activity, sandbox, new FakeAttempt()));
      Map<String, Integer> seen = new TreeMap<>();
      List<Cell> cells = new ArrayList<>();
      List<String> requests = sandbox.requests();
      for (String request : requests) {
        String[] parts = request.split(" ", -1);
        int nth = seen.merge(parts[0] + parts[1], 1, Integer::sum);
        cells.add(new Cell(parts[0], parts[1], nth, cells.size() == requests.size() - 1));
      }
      assertThat(cells).hasSizeGreaterThan(2);
      return cells;
    }
  }

  private static void run(Activity activity, Cell cell, ScriptedFault fault) throws IOException {
    try (RunningSandbox sandbox = new RunningSandbox()) {
      FakeAttempt attempt = new FakeAttempt();
      Bodies activities = prepared(activity, sandbox, attempt);
      sandbox.fault(fault.of(cell.method(), cell.path(), cell.nth()));
      if (fault.commitsLate()) {
        attempt.whileSettling = () -> sandbox.awaitWrite(() -> activity.isDone(sandbox));
      }
      Bodies first = firstOf(fault, sandbox, attempt).orElse(activities);
      Outcome outcome = asTemporalWould(activity, first, activities, attempt, sandbox, fault);

      if (fault.commitsLate()) {
        sandbox.awaitWrite(() -> activity.isDone(sandbox));
      }
      if (fault.mayStayParked() && (outcome.parked() || cell.last())) {
        assertThat(sandbox.withCode("hr-10442"))
            .hasSize(1)
            .noneMatch(one -> one.path("is_admin").asBoolean());
        // What the other person decided, or nothing; more is given to nobody.
        assertThat(permissions(sandbox)).isSubsetOf("PosPermission");
      } else {
        assertThat(outcome.parked()).isFalse();
        assertThat(activity.isDone(sandbox)).isTrue();
      }
      if (fault.editsThePhone()) {
        assertThat(sandbox.withCode("hr-10442"))
            .allMatch(one -> one.path("phone").asText().equals(ScriptedFault.EDITED_PHONE));
      }
      assertThat(sandbox.faultsFired()).isEqualTo(1);
      assertThat(outcome.limited()).isEqualTo(fault.limitsTheRate() ? 1 : 0);
      assertThat(sandbox.invitationsTo(EMAIL)).hasSize(1);
      assertThat(sandbox.withCode("hr-10442")).hasSizeLessThan(2);
      sandbox.assertNothingWidened();
    }
  }

  private static Bodies prepared(Activity activity, RunningSandbox sandbox, FakeAttempt attempt) {
    StaffApiSettings settings = Fixtures.with(sandbox.settings(), POLICY);
    Bodies activities = Bodies.of(sandbox.connect(settings), attempt);
    if (activity.onCreated) {
      Activity.CREATE.act(activities);
      activity.prepare(activities);
    }
    sandbox.forgetRequests();
    // As a worker that starts anew would: it has seen no site yet.
    return Bodies.of(sandbox.connect(settings), attempt);
  }

  /** Who meets the fault, where that is somebody else than who goes on. */
  private static Optional<Bodies> firstOf(
      ScriptedFault fault, RunningSandbox sandbox, FakeAttempt attempt) {
    StaffApiSettings settings = Fixtures.with(sandbox.settings(), POLICY);
    if (fault.outlastsTheClient()) {
      StaffApi impatient = sandbox.connect(Fixtures.with(settings, ScriptedFault.TIMEOUT));
      return Optional.of(Bodies.of(impatient, attempt));
    }
    return fault.withToken()
        ? Optional.of(Bodies.of(sandbox.withToken(POLICY), attempt))
        : Optional.empty();
  }

  /**
   * @param limited how often it was told to wait
   * @param parked a final failure came again whenever a human retried
   */
  private record Outcome(int limited, boolean parked) {}

  private static Outcome asTemporalWould(
      Activity activity,
      Bodies first,
      Bodies later,
      FakeAttempt attempt,
      RunningSandbox sandbox,
      ScriptedFault fault) {
    int limited = 0;
    boolean parked = false;
    Bodies activities = first;
    for (int tries = 0; tries < 4; tries++) {
      attempt.number = parked ? 1 : tries + 1;
      try {
        activity.act(activities);
        return new Outcome(limited, false);
      } catch (ApplicationFailure failure) {
        assertThat(failure.getType()).isIn(fault.expected());
        assertThat(failure.getOriginalMessage()).doesNotContainIgnoringCase("jane");
        parked = failure.isNonRetryable();
        if (parked) {
          assertThat(failure.getOriginalMessage()).containsPattern(REMEDY);
        }
        if (failure.getType().equals(FailureTypes.RATE_LIMITED)) {
          limited++;
          sandbox.clock.waited(failure.getNextRetryDelay());
        }
      }
      activities = later;
    }
    assertThat(parked).as("a final failure after four attempts").isTrue();
    return new Outcome(limited, true);
  }

  private static boolean hasAccess(
      RunningSandbox sandbox, List<String> permissions, Set<Long> siteIds) {
    List<JsonNode> ours = sandbox.withCode("hr-10442");
    if (ours.size() != 1 || ours.get(0).path("is_admin").asBoolean()) {
      return false;
    }
    Set<Long> sites = new TreeSet<>();
    ours.get(0).path("sites").forEach(site -> sites.add(site.asLong()));
    return permissions(sandbox).equals(new TreeSet<>(permissions)) && sites.equals(siteIds);
  }

  private static Set<String> permissions(RunningSandbox sandbox) {
    Set<String> codes = new TreeSet<>();
    for (JsonNode one : sandbox.withCode("hr-10442")) {
      one.path("permissions").forEach(code -> codes.add(code.asText()));
    }
    return codes;
  }

  private static StaffPlan plan(long... siteIds) {
    List<StaffSite> sites = new ArrayList<>();
    for (long id : siteIds) {
      sites.add(new StaffSite(id, "Wash " + id));
    }
    return new StaffPlan(
        "Jane", "Doe", EMAIL, Optional.of("6155551234"), new StaffTarget(sites, CASHIER));
  }
}
