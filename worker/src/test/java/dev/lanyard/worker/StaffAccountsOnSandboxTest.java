package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.change.ChangeResult;
import dev.lanyard.workflows.hr.ChangeEvent;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PersonChange;
import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.hr.TerminationEvent;
import dev.lanyard.workflows.hr.Transfer;
import dev.lanyard.workflows.hr.TransferEvent;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.transfer.TransferResult;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A whole worker on the sandbox: what becomes of Jane Doe's two records when she is transferred,
 * amended, hired again.
 */
class StaffAccountsOnSandboxTest {

  private static final String FIRST = WorkflowIds.onboarding(JANE, 1);
  private static final String EMAIL = "jane.doe@example.com";

  private static final LocalDate HIRED = LocalDate.of(2026, 5, 1);
  private static final LocalDate BACK = LocalDate.of(2026, 6, 1);

  private HiringWorld world;

  @AfterEach
  void nothingWasWidenedOnTheWay() throws Exception {
    assertThat(world.state.widenings()).isEmpty();
    world.close();
  }

  @BeforeEach
  void start() throws Exception {
    world =
        new HiringWorld(
            "lanyard.staff-api.permissions.by-template { \"Shift Leader\" = [CashIn, FinishSale, PosPermission] }");
  }

  private void hire() {
    world.hire(
        JANE,
        "hired",
        HiringWorld.jane("Doe", EMAIL, "Wash 37135", "General User", "15.50", HIRED));
  }

  private void hired() {
    hire();
    world.approve(FIRST);
    assertThat(world.told(FIRST, OnboardingResult.class).outcome()).isEqualTo("done");
  }

  private void leftAgain() {
    hired();
    world.hand(
        new TerminationEvent(
            "fired",
            Instant.now(),
            JANE,
            new Termination(Optional.empty(), Optional.empty(), Optional.empty(), true)));
    String run = WorkflowIds.offboarding(JANE, 2);
    assertThat(world.told(run, OffboardingResult.class).outcome()).isEqualTo("done");
  }

  private void transferToHarbor() {
    world.hand(
        new TransferEvent(
            "transferred",
            Instant.now(),
            JANE,
            new Transfer(
                Optional.of(SiteChoice.of(List.of("Harbor Wash"))),
                List.of(),
                Optional.of("Shift Leader"),
                Optional.of(new BigDecimal("18.25")),
                Optional.empty(),
                Optional.empty())));
    String run = WorkflowIds.transfer(JANE, 2);
    world.approve(run);
    TransferResult result = world.told(run, TransferResult.class);
    assertThat(result.outcome()).as(result.reason()).isEqualTo("done");
  }

  private ChangeResult marry() {
    world.hand(
        new ChangeEvent(
            "married",
            Instant.now(),
            JANE,
            new PersonChange(
                null,
                Optional.of("Example"),
                null,
                Optional.of("jane.example@example.com"),
                null,
                null,
                null,
                null)));
    ChangeResult change = world.told(WorkflowIds.change(JANE, 3), ChangeResult.class);
    assertThat(change.outcome()).as(change.reason()).isEqualTo("done");
    return change;
  }

  @Test
  void transferAndChangeReachTheStaffAccountInOneUpdateEach() throws Exception {
    hired();
    String made = member().path("id").asText();

    transferToHarbor();

    assertThat(texts(member(), "sites")).containsExactly("922");
    assertThat(texts(member(), "permissions"))
        .containsExactlyInAnyOrder("CashIn", "FinishSale", "PosPermission");
    assertThat(texts(employee(), "sites")).containsExactly("Harbor Wash");

    assertThat(marry().staffApi()).isEqualTo("changed");

    assertThat(member().path("id").asText()).isEqualTo(made);
    assertThat(member().path("last_name").asText()).isEqualTo("Example");
    assertThat(member().path("primary_email_address").asText())
        .isEqualTo("jane.example@example.com");
    assertThat(texts(member(), "sites")).containsExactly("922");
    assertThat(employee().path("lastName").asText()).isEqualTo("Example");
    assertThat(employee().path("email").asText()).isEqualTo("jane.example@example.com");
    assertThat(world.state.staffWrites()).hasSize(3);
    assertThat(world.state.invitations()).hasSize(1);
  }

  @Test
  void hireAmendedAfterTheStaffMemberWasMadeEndsWithExactlyTheAmendedPlan() throws Exception {
    // The create reads back member and sites; the third look is that of "assign staff sites".
    world.state.fault(
        Map.of(
            "system",
            "staff-api",
            "method",
            "GET",
            "path",
            "/v1/companies/5678/staff/454*",
            "nth",
            3,
            "kind",
            "status",
            "status",
            403));
    hire();
    String approved = world.approve(FIRST).id();
    OpenRequest parked = world.asked(FIRST, approved);
    assertThat(parked.question()).contains("assign staff sites");
    assertThat(member().path("primary_email_address").asText()).isEqualTo(EMAIL);

    world.amend(
        FIRST,
        Map.of(
            "email",
            "jane.new@example.com",
            "sites",
            Map.of("all", false, "names", List.of("Creek Wash"))));
    OpenRequest again = world.approve(FIRST, approved, parked.id());

    assertThat(again.detail().toString()).contains("Creek Wash");
    assertThat(world.told(FIRST, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(member().path("primary_email_address").asText()).isEqualTo("jane.new@example.com");
    assertThat(texts(member(), "sites")).containsExactly("923");
    assertThat(texts(member(), "permissions"))
        .containsExactlyInAnyOrder("FinishSale", "PosPermission");
    assertThat(employee().path("email").asText()).isEqualTo("jane.new@example.com");
    assertThat(texts(employee(), "sites")).containsExactly("Creek Wash");
    assertThat(employee().path("active").asBoolean()).isTrue();
    assertThat(world.state.staffWrites())
        .containsExactly(
            "POST /v1/companies/5678/staff.json", "PUT /v1/companies/5678/staff/454.json");
    assertThat(world.state.invitations()).hasSize(1);
  }

  @Test
  void whoComesBackHasExactlyTheNewAccessInTheSameTwoRecords() throws Exception {
    leftAgain();
    String earlierPin = employee().path("pin").asText();
    int earlierRows = employee().path("wages").size();
    assertThat(texts(member(), "permissions")).isEmpty();
    world.hire(
        JANE,
        "rehired",
        HiringWorld.jane(
            "Doe", "jane.back@example.com", "Harbor Wash", "Shift Leader", "18", BACK));
    String run = WorkflowIds.onboarding(JANE, 3);
    assertThat(world.approve(run).detail().toString()).contains("454");

    OnboardingResult result = world.told(run, OnboardingResult.class);

    assertThat(result.outcome()).isEqualTo("done");
    JsonNode employee = employee();
    assertThat(employee.path("active").asBoolean()).isTrue();
    assertThat(texts(employee, "sites")).containsExactly("Harbor Wash");
    assertThat(employee.path("template").asText()).isEqualTo("Shift Leader");
    assertThat(employee.path("email").asText()).isEqualTo("jane.back@example.com");
    assertThat(employee.path("pin").asText()).matches("\\d{5}").isNotEqualTo(earlierPin);
    assertThat(employee.path("wages").size()).as(employee.toString()).isEqualTo(earlierRows + 1);
    assertThat(member().path("id").asLong()).isEqualTo(454);
    assertThat(member().path("primary_email_address").asText()).isEqualTo("jane.back@example.com");
    assertThat(texts(member(), "sites")).containsExactly("922");
    assertThat(texts(member(), "permissions"))
        .containsExactlyInAnyOrder("CashIn", "FinishSale", "PosPermission");
    assertThat(world.state.invitations()).hasSize(1);
  }

  @Test
  void whoComesBackUnderAnotherPosUserIdHasANewEmployeeAndTheSameStaffMember() throws Exception {
    leftAgain();
    world.hire(
        JANE,
        "rehired",
        HiringWorld.jane(
            54321, "Doe", "jane.back@example.com", "Harbor Wash", "Shift Leader", "18", BACK));
    String run = WorkflowIds.onboarding(JANE, 3);
    assertThat(world.approve(run).detail().toString())
        .contains("POS user ID 54321", "give staff member 454 access again");

    OnboardingResult result = world.result(run, OnboardingResult.class);

    assertThat(result.outcome()).as(result.reason()).isEqualTo("done");
    assertThat(employee().path("active").asBoolean()).isFalse();
    assertThat(texts(employee(), "sites")).containsExactly("Wash 37135");
    assertThat(world.state.employees(54321)).hasSize(1);
    JsonNode anew = world.state.employees(54321).get(0);
    assertThat(anew.path("active").asBoolean()).isTrue();
    assertThat(texts(anew, "sites")).containsExactly("Harbor Wash");
    assertThat(member().path("id").asLong()).isEqualTo(454);
    assertThat(member().path("code").asText()).isEqualTo("hr-10442");
    assertThat(member().path("primary_email_address").asText()).isEqualTo("jane.back@example.com");
    assertThat(texts(member(), "sites")).containsExactly("922");
    assertThat(texts(member(), "permissions"))
        .containsExactlyInAnyOrder("CashIn", "FinishSale", "PosPermission");
    assertThat(world.state.invitations()).hasSize(1);
  }

  @Test
  void startDateThatTheWageHistoryDoesNotTakeParksBeforeAnythingIsWritten() throws Exception {
    leftAgain();
    int writes = world.state.staffWrites().size();
    JsonNode before = employee();
    world.hire(
        JANE,
        "rehired",
        HiringWorld.jane("Doe", EMAIL, "Harbor Wash", "General User", "18", HIRED));
    String run = WorkflowIds.onboarding(JANE, 3);
    OpenRequest parked = world.asked(run);
    assertThat(parked.question()).contains("pre-flight check found 1 problem; nothing was written");
    assertThat(parked.detail().toString()).contains("startDate 2026-05-02 or later");
    assertThat(employee()).isEqualTo(before);
    assertThat(world.state.staffWrites()).hasSize(writes);

    // As a signal: the update answers only once its approval is given.
    world.workflow(run).signal("amend", Map.of("by", "maria", "startDate", "2026-05-02"));
    String moved = world.approve(run, parked.id()).id();
    world.approve(run, parked.id(), moved);

    OnboardingResult result = world.result(run, OnboardingResult.class);
    assertThat(result.outcome()).as(result.reason()).isEqualTo("done");
    assertThat(employee().path("wages").get(0).path("effective").asText()).isEqualTo("2026-05-02");
  }

  @Test
  void namesakeParksUntilSomebodySaysThatItIsTheSamePerson() throws Exception {
    leftAgain();
    EmployeeNumber other = EmployeeNumber.of("hr-2");
    world.hire(
        other,
        "namesake",
        HiringWorld.jane("Doe", "jane.two@example.com", "Harbor Wash", "General User", "16", BACK));
    String run = WorkflowIds.onboarding(other, 1);
    OpenRequest parked = world.asked(run);
    int record = employee().path("id").asInt();
    assertThat(parked.detail().toString())
        .contains("POS user ID 12345 is taken by employee " + record, "formerEmployee " + record);
    assertThat(employee().path("active").asBoolean()).isFalse();

    world.amend(run, Map.of("formerEmployee", record));
    world.approve(run, parked.id());

    assertThat(world.told(other, run, OnboardingResult.class).employeeId()).contains(record);
    assertThat(employee().path("active").asBoolean()).isTrue();
    assertThat(texts(employee(), "sites")).containsExactly("Harbor Wash");
    // The employee number is another one: so is the staff account.
    assertThat(world.state.members())
        .extracting(one -> one.path("code").asText() + " " + texts(one, "sites"))
        .containsExactly("hr-10442 []", "hr-2 [922]");
  }

  @Test
  void whoComesBackUnderAnotherNameParksUntilTheRecordIsConfirmed() throws Exception {
    leftAgain();
    int record = employee().path("id").asInt();
    world.hire(
        JANE,
        "rehired",
        HiringWorld.jane("Example", EMAIL, "Harbor Wash", "General User", "16", BACK));
    String run = WorkflowIds.onboarding(JANE, 3);
    OpenRequest parked = world.asked(run);
    assertThat(parked.detail().toString())
        .contains("has another last name", "formerEmployee " + record);

    world.amend(run, Map.of("formerEmployee", record));
    world.approve(run, parked.id());

    assertThat(world.told(run, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(employee().path("lastName").asText()).isEqualTo("Example");
    assertThat(member().path("last_name").asText()).isEqualTo("Example");
    assertThat(texts(member(), "sites")).containsExactly("922");
    assertThat(world.state.invitations()).hasSize(1);
  }

  private JsonNode employee() throws Exception {
    assertThat(world.state.employees()).hasSize(1);
    return world.state.employees().get(0);
  }

  private JsonNode member() throws Exception {
    assertThat(world.state.members()).hasSize(1);
    return world.state.members().get(0);
  }

  private static List<String> texts(JsonNode row, String field) {
    return StreamSupport.stream(row.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
