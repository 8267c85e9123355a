package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.Refusals.last;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.PermissionGrants;
import dev.lanyard.workflows.backoffice.PermissionsSet;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.TemplateRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionChangeTest {

  /** Template 3, which Jane has. */
  private static final PermissionGrants GENERAL_USER = grants(List.of(22), List.of());

  private static final PermissionGrants EVERYTHING =
      grants(IntStream.rangeClosed(1, 34).boxed().toList(), List.of());

  private static final TemplateRef SHIFT_LEADER =
      new TemplateRef(
          6,
          "Shift Leader",
          List.of(2, 4, 5, 10, 11, 12, 13, 16, 17, 18, 20, 21, 23, 25, 27, 30, 31, 32, 33, 34),
          List.of(18, 33));

  private SandboxTenant tenant;
  private int employeeId;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    tenant = SandboxTenant.start(SandboxOptions.defaults(), folder);
    employeeId = tenant.createAndGrant(tenant.plan()).employeeId();
    tenant.forgetRequests();
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  private static PermissionGrants grants(List<Integer> grants, List<Integer> overrides) {
    return new PermissionGrants(grants, overrides);
  }

  private PermissionsSet set(SetPermissions request) {
    return tenant.changes(FakeAttempt.first()).setPermissions(request);
  }

  private PermissionsSet single(PermissionGrants before, PermissionGrants wanted) {
    return set(request(before, Optional.empty(), Optional.of(wanted)));
  }

  private PermissionsSet template(PermissionGrants before, TemplateRef wanted) {
    return set(request(before, Optional.of(wanted), Optional.empty()));
  }

  private SetPermissions request(
      PermissionGrants before, Optional<TemplateRef> template, Optional<PermissionGrants> single) {
    return new SetPermissions(employeeId, JANES_ID, true, before, template, single);
  }

  private static String json(List<Integer> ids) {
    return ids.toString().replace(" ", "");
  }

  @Test
  void aTemplateReplacesWhatWasThereWithFiveRequests() {
    assertThat(template(GENERAL_USER, SHIFT_LEADER))
        .isEqualTo(new PermissionsSet(true, "Shift Leader"));
    assertThat(tenant.jane().path("grants")).hasToString(json(SHIFT_LEADER.grants()));
    assertThat(tenant.jane().path("overrides")).hasToString("[18,33]");
    assertThat(tenant.requests().stream().filter(r -> !r.contains("/login")))
        .containsExactly(
            "GET /employee",
            "GET /employee/permissions/" + employeeId,
            "POST /employee/permissions/update",
            "GET /employee/permissions/" + employeeId,
            "GET /employee");
    tenant.forgetRequests();

    assertThat(template(GENERAL_USER, SHIFT_LEADER).written()).isFalse();
    assertThat(tenant.requests().stream().filter(r -> !r.contains("/login")))
        .containsExactly("GET /employee", "GET /employee/permissions/" + employeeId);
  }

  @Test
  void singlePermissionsAreCustomUnlessTheyAreATemplates() {
    PermissionGrants few = grants(List.of(1, 2, 22), List.of(1, 2));
    assertThat(single(GENERAL_USER, few)).isEqualTo(new PermissionsSet(true, "Custom"));
    assertThat(tenant.jane().path("grants")).hasToString("[1,2,22]");
    assertThat(tenant.jane().path("overrides")).hasToString("[1,2]");
    assertThat(single(GENERAL_USER, few)).isEqualTo(new PermissionsSet(false, "Custom"));

    assertThat(single(few, GENERAL_USER)).isEqualTo(new PermissionsSet(true, "General User"));
    assertThat(tenant.jane().path("overrides")).isEmpty();
  }

  @Test
  void everythingAndBackToOneIsNeverMoreThanWanted() {
    assertThat(single(GENERAL_USER, EVERYTHING).written()).isTrue();
    assertThat(tenant.jane().path("grants")).hasSize(34);

    assertThat(single(EVERYTHING, GENERAL_USER).rosterAccess()).isEqualTo("General User");
    assertThat(tenant.jane().path("grants")).hasToString("[22]");

    assertThat(single(GENERAL_USER, EVERYTHING).written()).isTrue();
    assertThat(template(EVERYTHING, SHIFT_LEADER).written()).isTrue();
    assertThat(tenant.jane().path("grants")).hasToString(json(SHIFT_LEADER.grants()));
  }

  @Test
  void everythingWithOneApprovalIsNotTheAuthority() {
    PermissionGrants nearly = grants(EVERYTHING.grants(), List.of(33));
    assertThat(single(GENERAL_USER, nearly).written()).isTrue();
    assertThat(tenant.jane().path("overrides")).hasToString("[33]");
  }

  @Test
  void nothingAtAllIsNone() {
    PermissionGrants nothing = grants(List.of(), List.of());
    assertThat(single(GENERAL_USER, nothing)).isEqualTo(new PermissionsSet(true, "None"));
    assertThat(tenant.jane().path("grants")).isEmpty();
  }

  @Test
  void whatAnotherPersonGrantedMeanwhileIsNotWrittenOver() {
    tenant.edit(employeeId, "{\"template\":\"Cashier\"}");
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> template(GENERAL_USER, SHIFT_LEADER))
                .getOriginalMessage())
        .contains("its permissions are \"grants [2, 3, ")
        .contains("and the plan was based on \"grants [22], approval needed for []\"");
    assertThat(tenant.writes()).isZero();

    tenant.edit(employeeId, "{\"template\":\"Shift Leader\"}");
    assertThat(template(GENERAL_USER, SHIFT_LEADER).written()).isFalse();
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aTemplateThatNowStandsForMoreIsNotGranted() {
    TemplateRef less = new TemplateRef(6, "Shift Leader", List.of(2), List.of());
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> template(GENERAL_USER, less))
                .getOriginalMessage())
        .contains("permission template 6 was approved as \"grants [2]");
    TemplateRef gone = new TemplateRef(99, "Gone", List.of(2), List.of());
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> template(GENERAL_USER, gone))
                .getOriginalMessage())
        .contains("permission template 99 is gone");
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aRecordThatWasDisabledMeanwhileIsGrantedNothing() {
    tenant.edit(employeeId, "{\"active\":false}");
    assertThat(
            last(FailureTypes.STATE_CHANGED, () -> template(GENERAL_USER, SHIFT_LEADER))
                .getOriginalMessage())
        .contains("it is disabled");
    assertThat(tenant.writes()).isZero();

    SetPermissions whileDisabled =
        new SetPermissions(
            employeeId, JANES_ID, false, GENERAL_USER, Optional.of(SHIFT_LEADER), Optional.empty());
    assertThat(set(whileDisabled).written()).isTrue();
    assertThat(tenant.jane().path("active").asBoolean()).isFalse();
  }

  @Test
  void anotherPersonsRecordIsGrantedNothing() {
    employeeId = tenant.somebody(true).path("id").asInt();
    last(FailureTypes.NOT_OURS, () -> template(GENERAL_USER, SHIFT_LEADER));
    assertThat(tenant.writes()).isZero();
  }

  @Test
  void aRosterThatShowsAnotherAccessIsNotBelieved() {
    tenant.fault(
        "GET",
        "/employee",
        "status",
        ",\"nth\":2"
            + FakedRoster.row(employeeId, JANES_ID.value(), "W37135", "General User", true));
    assertThat(
            last(FailureTypes.NOT_APPLIED, () -> template(GENERAL_USER, SHIFT_LEADER))
                .getOriginalMessage())
        .contains("the roster's Access column shows \"General User\"");
  }

  @Test
  void bothOrNeitherOrAnApprovalOfNothingIsRefusedBeforeAnythingIsAsked() {
    last(
        FailureTypes.INPUT_REFUSED,
        () -> set(request(GENERAL_USER, Optional.empty(), Optional.empty())));
    last(
        FailureTypes.INPUT_REFUSED,
        () -> set(request(GENERAL_USER, Optional.of(SHIFT_LEADER), Optional.of(EVERYTHING))));
    assertThat(
            last(
                    FailureTypes.INPUT_REFUSED,
                    () -> single(GENERAL_USER, grants(List.of(22), List.of(23))))
                .getOriginalMessage())
        .contains("an approval is wanted for what is not granted");
    assertThat(tenant.requests()).isEmpty();
  }

  @Test
  void aPermissionThatThePageDoesNotKnowIsNotWritten() {
    last(FailureTypes.PAGE_CHANGED, () -> single(GENERAL_USER, grants(List.of(22, 99), List.of())));
    assertThat(tenant.writes()).isZero();
  }
}
