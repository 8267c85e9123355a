package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.SandboxTenant.JANE;
import static dev.lanyard.activities.backoffice.SandboxTenant.JANES_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and addresses that the rules allow go all the way, however odd they look on a page. */
class UnusualPeopleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Already           | Exists                  | already.exists@example.test
          already taken     | in use, unique          | already+taken@example.test
          O'Brien "Bo"      | D’Angelo & Söhne        | o'brien@example.test
          &lt;b&gt;         | &amp;#039;              | a&b=c%2B@example.test
          Zoë               | Łukasz-Ōé               | ZOE@EXAMPLE.TEST
          Zoe\u0308         | Gu\u0308nther           | nfd@example.test
          🚗                | 👩x                     | emoji@example.test
          李                | أحمد                    | 李@例子.test
          Jane  Two         | Blanks   Inside         | two@example.test
          employee[isActive]| employee[sites][1]      | brackets[]@example.test
          _username         | name="_password"        | login@example.test
          null              | undefined; DROP TABLE x | n@example.test
          100%              | %3Cscript%3E +1         | percent%40@example.test
          """)
  void anUnusualPersonIsHiredVerifiedAndDisabled(
      String first, String last, String email, @TempDir Path folder) throws IOException {
    Hire hire = hire(first, last, email);
    assertThat(HireRules.problems(JANE, hire)).isEmpty();
    try (SandboxTenant tenant = SandboxTenant.start(SandboxOptions.defaults(), folder)) {
      BackofficePlan plan = tenant.plan(hire);
      BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());

      int id = activities.createEmployee(tenant.createRequest(plan)).employeeId();
      assertThat(tenant.activities(FakeAttempt.second()).createEmployee(tenant.createRequest(plan)))
          .matches(again -> again.adopted() && again.employeeId() == id);
      assertThat(activities.assignSites(new AssignSites(JANE, id, plan, tenant.pin())).written())
          .isFalse();
      assertThat(activities.grantPermissionTemplate(new GrantTemplate(id, plan)).written())
          .isTrue();
      assertThat(
              activities
                  .verify(
                      new ExpectedEmployee(
                          id,
                          JANES_ID,
                          Optional.of(plan),
                          Optional.of(tenant.pin()),
                          Optional.of(JANE)))
                  .active())
          .isTrue();
      LocateEmployee leaver =
          new LocateEmployee(JANES_ID, Optional.of(hire.lastName()), Optional.empty());
      assertThat(activities.locate(leaver).employeeId()).contains(id);
      assertThat(activities.disableEmployee(Disabling.of(JANES_ID)).written()).isTrue();

      assertThat(tenant.jane().path("firstName").asText()).isEqualTo(hire.firstName());
      assertThat(tenant.jane().path("lastName").asText()).isEqualTo(hire.lastName());
      assertThat(tenant.jane().path("email").asText()).isEqualTo(email);
      assertThat(tenant.writes()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Already, Exists",
    "already  taken, 'in use, unique'",
    "Jane, Already Doe",
    "Jane, Doe"
  })
  void aNameThatReadsLikeADuplicateMakesNone(String first, String last, @TempDir Path folder)
      throws IOException {
    try (SandboxTenant tenant = SandboxTenant.start(SandboxOptions.defaults(), folder)) {
      tenant.edit(tenant.somebody(true).path("id").asInt(), "{\"email\":\"held@example.test\"}");
      tenant.setting("duplicateEmailText", first + ' ' + last + " cannot have this e-mail.");
      BackofficePlan plan = tenant.plan(hire(first, last, "held@example.test"));
      BackofficeActivitiesImpl activities = tenant.activities(FakeAttempt.first());

      assertThat(
              Refusals.last(
                      FailureTypes.BACKOFFICE_REFUSED,
                      () -> activities.createEmployee(tenant.createRequest(plan)))
                  .getOriginalMessage())
          .endsWith(": \"[redacted] [redacted] cannot have this e-mail.\".");

      tenant.setting("duplicateEmailText", first + ' ' + last + ": e-mail in use.");
      assertThat(
              Refusals.last(
                      FailureTypes.BACKOFFICE_DUPLICATE,
                      () -> activities.createEmployee(tenant.createRequest(plan)))
                  .getOriginalMessage())
          .contains(": \"[redacted] [redacted]: e-mail in use.\".");
    }
  }

  private static Hire hire(String first, String last, String email) {
    Hire jane = SandboxTenant.hire();
    return new Hire(
        first,
        last,
        jane.phone(),
        Optional.of(email),
        jane.posUserId(),
        jane.wageRate(),
        jane.startDate(),
        jane.sites(),
        jane.permissionTemplate(),
        jane.departments(),
        jane.pin());
  }
}
