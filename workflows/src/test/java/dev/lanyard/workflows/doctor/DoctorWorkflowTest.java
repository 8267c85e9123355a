package dev.lanyard.workflows.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.TaskQueues;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorWorkflowTest {

  private static final Check FINE = new Check("login", "/", CheckResult.OK, "Fine.", "");

  private TestWorkflowEnvironment temporal;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean broken;
  private volatile boolean dying;

  private final class Backoffice implements BackofficeExamination {
    @Override
    public ExaminedSystem examine(DoctorRequest request) {
      asked.add("Backoffice " + request.comparedEmployees());
      if (dying) {
        throw ApplicationFailure.newFailure("out of memory", "BUG");
      }
      if (broken) {
        throw ApplicationFailure.newNonRetryableFailure("a page of stone", "PAGE_CHANGED");
      }
      return fine(ExaminedSystem.BACKOFFICE);
    }
  }

  private final class StaffApi implements StaffApiExamination {
    @Override
    public ExaminedSystem examine(DoctorRequest request) {
      asked.add("staff API " + request.comparedEmployees());
      return fine(ExaminedSystem.STAFF_API);
    }
  }

  private final class Configuration implements ConfigurationExamination {
    @Override
    public ExaminedSystem examine(DoctorRequest request) {
      asked.add("configuration " + request.comparedEmployees());
      return fine(ExaminedSystem.CONFIGURATION);
    }
  }

  private static ExaminedSystem fine(String system) {
    return new ExaminedSystem(system, "http://x/", List.of(FINE), List.of(), List.of());
  }

  @BeforeEach
  void start() {
    temporal = TestWorkflowEnvironment.newInstance();
    var own = temporal.newWorker(TaskQueues.DEFAULT);
    own.registerWorkflowImplementationTypes(DoctorWorkflowImpl.class);
    own.registerActivitiesImplementations(new Configuration());
    temporal
        .newWorker(TaskQueues.staffApi(TaskQueues.DEFAULT))
        .registerActivitiesImplementations(new StaffApi());
  }

  @AfterEach
  void end() {
    temporal.close();
  }

  private void withBackoffice() {
    temporal
        .newWorker(TaskQueues.backoffice(TaskQueues.DEFAULT))
        .registerActivitiesImplementations(new Backoffice());
  }

  private DoctorReport examine(DoctorRequest request) {
    temporal.start();
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(
            DoctorWorkflow.class,
            WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.DEFAULT)
                .setWorkflowId("doctor/1")
                .build())
        .examine(request);
  }

  @Test
  void eachSystemIsAskedOnceOnItsOwnQueue() {
    withBackoffice();

    assertThat(examine(new DoctorRequest(3)).systems())
        .containsExactly(
            fine(ExaminedSystem.BACKOFFICE),
            fine(ExaminedSystem.STAFF_API),
            fine(ExaminedSystem.CONFIGURATION));
    assertThat(asked).containsExactlyInAnyOrder("Backoffice 3", "staff API 3", "configuration 3");
  }

  @Test
  void oneThatBreaksIsAFindingAndDoesNotHideTheOther() {
    withBackoffice();
    broken = true;
    DoctorReport report = examine(new DoctorRequest(3));

    assertThat(report.systems().get(0).checks(CheckResult.FAILED))
        .singleElement()
        .extracting(Check::finding)
        .isEqualTo("The examination did not end: PAGE_CHANGED: a page of stone");
    assertThat(report.systems().get(1)).isEqualTo(fine(ExaminedSystem.STAFF_API));
    assertThat(report.count(CheckResult.OK)).isEqualTo(2);
  }

  @Test
  void oneThatBreaksAgainAndAgainIsGivenUpAfterMinutes() {
    withBackoffice();
    dying = true;
    DoctorReport report = examine(new DoctorRequest(3));

    assertThat(report.systems().get(0).checks(CheckResult.FAILED))
        .singleElement()
        .extracting(Check::finding)
        .asString()
        .startsWith("The examination did not end: ");
    assertThat(asked).filteredOn("Backoffice 3"::equals).hasSizeGreaterThan(3);
    assertThat(report.systems().get(1)).isEqualTo(fine(ExaminedSystem.STAFF_API));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 21, Integer.MAX_VALUE})
  void tooManyPeopleAreNotLookedAt(int compared) {
    withBackoffice();
    WorkflowFailedException failed =
        catchThrowableOfType(
            WorkflowFailedException.class, () -> examine(new DoctorRequest(compared)));

    assertThat(failed.getCause())
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            cause -> assertThat(cause.getType()).isEqualTo(FailureTypes.INPUT_REFUSED));
    assertThat(asked).isEmpty();
  }
}
