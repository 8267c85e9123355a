package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Fixtures.CASHIER;
import static dev.lanyard.activities.staffapi.Fixtures.EMAIL;
import static dev.lanyard.activities.staffapi.Fixtures.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.staffapi.AssignStaffSites;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.DeleteStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.RestoreStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
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

  private static final List<String> FAULTS =
      List.of(
          "cut-before-commit",
          "cut-after-commit",
          "commit-late",
          "truncated-body",
          "html-body",
          "maintenance-page",
          "success-without-effect",
          "status 429",
          "status 500",
          "status 503");

  /** Retried by Temporal, or (final) by a human who looked. */
  private static final Set<String> EXPECTED =
      Set.of(
          FailureTypes.UNCONFIRMED_WRITE,
          FailureTypes.STAFF_API_OUTAGE,
          FailureTypes.RATE_LIMITED,
          FailureTypes.NOT_APPLIED);

  private static final StaffAccess EARLIER =
      new StaffAccess(454, false, List.of("CashIn", "Void"), List.of(923L, 924L));

  private enum Activity {
    CREATE(false) {
      @Override
      void act(StaffApiActivitiesImpl activities) {
        activities.createStaffMember(new CreateStaffMember(JANE, plan(921, 922)));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, CASHIER, Set.of(921L, 922L));
      }
    },
    ASSIGN(true) {
      @Override
      void act(StaffApiActivitiesImpl activities) {
        activities.assignStaffSites(new AssignStaffSites(JANE, 454, plan(923)));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, CASHIER, Set.of(923L));
      }
    },
    REVOKE(true) {
      @Override
      void act(StaffApiActivitiesImpl activities) {
        activities.revokeStaffMember(new RevokeStaffMember(JANE, Optional.of(454L), false));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, List.of(), Set.of());
      }
    },
    RESTORE(true) {
      @Override
      void prepare(StaffApiActivitiesImpl activities) {
        REVOKE.act(activities);
      }

      @Override
      void act(StaffApiActivitiesImpl activities) {
        activities.restoreStaffMember(new RestoreStaffMember(JANE, EARLIER));
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, List.of("CashIn", "Void"), Set.of(923L, 924L));
      }
    },
    DELETE(true) {
      @Override
      void prepare(StaffApiActivitiesImpl activities) {
        REVOKE.act(activities);
      }

      @Override
      void act(StaffApiActivitiesImpl activities) {
        assertThat(activities.deleteStaffMember(new DeleteStaffMember(JANE, 454)).kept()).isFalse();
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return sandbox.withCode("hr-10442").isEmpty();
      }
    },
    VERIFY(true) {
      @Override
      void act(StaffApiActivitiesImpl activities) {
        assertThat(
                activities
                    .verify(new ExpectedStaffMember(JANE, 454, Optional.of(plan(921, 922))))
                    .removedDoubles())
            .isEmpty();
      }

      @Override
      boolean isDone(RunningSandbox sandbox) {
        return hasAccess(sandbox, CASHIER, Set.of(921L, 922L));
      }
    };

    private final boolean onCreated;

    Activity(boolean onCreated) {
      this.onCreated = onCreated;
    }

    void prepare(StaffApiActivitiesImpl activities) {}

    abstract void act(StaffApiActivitiesImpl activities);

    abstract boolean isDone(RunningSandbox sandbox);
  }

  /**
   * @param nth of the requests with this method and path
   */
  private record Cell(String method, String path, int nth) {

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
        for (String fault : FAULTS) {
          // A read commits nothing late.
          if (!fault.equals("commit-late") || !cell.method().equals("GET")) {
            cells.add(
                DynamicTest.dynamicTest(cell + " × " + fault, () -> run(activity, cell, fault)));
          }
        }
      }
      all.add(DynamicContainer.dynamicContainer(activity.name(), cells));
    }
    return all.stream();
  }

  private static List<Cell> cells(Activity activity) throws IOException {
    try (RunningSandbox sandbox = new RunningSandbox()) {
      StaffApiActivitiesImpl activities = prepared(activity, sandbox, new FakeAttempt());
      activity.act(activities);
      Map<String, Integer> seen = new TreeMap<>();
      List<Cell> cells = new ArrayList<>();
      for (String request : sandbox.requests()) {
        String[] parts = request.split(" ", -1);
        cells.add(new Cell(parts[0], parts[1], seen.merge(parts[0] + parts[1], 1, Integer::sum)));
      }
      assertThat(cells).hasSizeGreaterThan(2);
      return cells;
    }
  }

  private static void run(Activity activity, Cell cell, String fault) throws IOException {
    try (RunningSandbox sandbox = new RunningSandbox()) {
      FakeAttempt attempt = new FakeAttempt();
      StaffApiActivitiesImpl activities = prepared(activity, sandbox, attempt);
      sandbox.fault(fault(cell, fault));
      if (fault.equals("commit-late")) {
        attempt.whileSettling = () -> sandbox.awaitWrite(() -> activity.isDone(sandbox));
      }
      int limited = asTemporalWould(activity, activities, attempt, sandbox);

      if (fault.equals("commit-late")) {
        sandbox.awaitWrite(() -> activity.isDone(sandbox));
      }
      assertThat(activity.isDone(sandbox)).isTrue();
      assertThat(sandbox.faultsFired()).isEqualTo(1);
      assertThat(limited).isEqualTo(fault.equals("status 429") ? 1 : 0);
      assertThat(sandbox.invitationsTo(EMAIL)).hasSize(1);
      assertThat(sandbox.withCode("hr-10442")).hasSizeLessThan(2);
      sandbox.assertNothingWidened();
    }
  }

  private static StaffApiActivitiesImpl prepared(
      Activity activity, RunningSandbox sandbox, FakeAttempt attempt) {
    StaffApiActivitiesImpl activities = sandbox.activities(attempt, new StaffPolicy(false, true));
    if (activity.onCreated) {
      Activity.CREATE.act(activities);
      activity.prepare(activities);
    }
    sandbox.forgetRequests();
    // As a worker that starts anew would: it has seen no site yet.
    return sandbox.activities(attempt, new StaffPolicy(false, true));
  }

  /** Returns how often it was told to wait. */
  private static int asTemporalWould(
      Activity activity,
      StaffApiActivitiesImpl activities,
      FakeAttempt attempt,
      RunningSandbox sandbox) {
    int limited = 0;
    for (attempt.number = 1; attempt.number <= 4; attempt.number++) {
      try {
        activity.act(activities);
        return limited;
      } catch (ApplicationFailure failure) {
        assertThat(failure.getType()).isIn(EXPECTED);
        assertThat(failure.getOriginalMessage()).doesNotContainIgnoringCase("jane");
        if (failure.isNonRetryable()) {
          attempt.number = 0;
        }
        if (failure.getType().equals(FailureTypes.RATE_LIMITED)) {
          limited++;
          sandbox.clock.waited(failure.getNextRetryDelay());
        }
      }
    }
    throw new AssertionError("still failing in the fourth attempt");
  }

  private static Map<String, Object> fault(Cell cell, String kind) {
    Map<String, Object> fault =
        new TreeMap<>(
            Map.of(
                "system", "staff-api",
                "method", cell.method(),
                "path", cell.path(),
                "nth", cell.nth(),
                "kind", kind.startsWith("status") ? "status" : kind));
    if (kind.startsWith("status")) {
      fault.put("status", Integer.valueOf(kind.substring(7)));
    }
    if (kind.equals("commit-late")) {
      fault.put("delayMs", 50);
    }
    return fault;
  }

  private static boolean hasAccess(
      RunningSandbox sandbox, List<String> permissions, Set<Long> siteIds) {
    List<JsonNode> ours = sandbox.withCode("hr-10442");
    if (ours.size() != 1 || ours.get(0).path("is_admin").asBoolean()) {
      return false;
    }
    Set<String> codes = new TreeSet<>();
    ours.get(0).path("permissions").forEach(code -> codes.add(code.asText()));
    Set<Long> sites = new TreeSet<>();
    ours.get(0).path("sites").forEach(site -> sites.add(site.asLong()));
    return codes.equals(new TreeSet<>(permissions)) && sites.equals(siteIds);
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
