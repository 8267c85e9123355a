package dev.lanyard.workflows.hr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HireRulesTest {

  private static final EmployeeNumber NUMBER = EmployeeNumber.of("hr-10442");
  private static final String EMOJI = "\uD83D\uDE00";

  @Test
  void wellFormedHireHasNoProblem() {
    assertThat(HireRules.problems(NUMBER, new Draft().hire())).isEmpty();
  }

  @Test
  void hireWithoutWhatMayBeLeftOutHasNoProblem() {
    Draft draft = new Draft();
    draft.phone = null;
    draft.email = null;
    draft.departments = null;
    assertThat(HireRules.problems(NUMBER, draft.hire())).isEmpty();
  }

  @Test
  void everyProblemIsListedAtOnceInTheOrderOfTheComponents() {
    Draft draft = new Draft();
    draft.firstName = "";
    draft.lastName = "Example ";
    draft.phone = "12";
    draft.email = "nobody";
    draft.posUserId = PosUserId.of(0);
    draft.wageRate = BigDecimal.ZERO;
    draft.startDate = LocalDate.of(1999, 12, 31);
    draft.sites = new SiteChoice(false, List.of());
    draft.permissionTemplate = " ";
    draft.departments = List.of("Greeter", "Greeter");
    draft.emergencyName = "Dana\n";
    draft.emergencyPhone = "911";
    draft.overtimeRate = new BigDecimal("-1");
    assertThat(HireRules.problems(EmployeeNumber.of("?"), draft.hire()))
        .extracting(InputProblem::field)
        .containsExactly(
            "employeeNumber",
            "firstName",
            "lastName",
            "phone",
            "email",
            "posUserId",
            "wageRate",
            "startDate",
            "sites",
            "permissionTemplate",
            "departments",
            "emergencyName",
            "emergencyPhone",
            "overtimeRate");
  }

  @Test
  void anEmergencyContactAndOvertimeWithinTheFormsLimitsAreTaken() {
    Draft draft = new Draft();
    draft.emergencyName = "D".repeat(100);
    draft.emergencyPhone = "(615) 555-9876";
    draft.overtimeRate = new BigDecimal("999999999.99");
    assertThat(fields(draft)).isEmpty();
    draft.overtimeRate = null;
    draft.noOvertime = true;
    assertThat(fields(draft)).isEmpty();
  }

  @Test
  void whatIsBeyondThemIsRefused() {
    Draft draft = new Draft();
    draft.emergencyName = "D".repeat(101);
    draft.emergencyPhone = "+1 (615) 555-9876";
    draft.overtimeRate = new BigDecimal("23.255");
    assertThat(fields(draft)).containsExactly("emergencyName", "emergencyPhone", "overtimeRate");
  }

  @Test
  void anOvertimeRateForSomebodyWithoutOvertimeIsAContradiction() {
    Draft draft = new Draft();
    draft.overtimeRate = new BigDecimal("23.25");
    draft.noOvertime = true;
    assertThat(HireRules.problems(NUMBER, draft.hire()))
        .singleElement()
        .hasToString(
            "InputProblem[field=overtimeRate, message=does not go together with no overtime; keep"
                + " one of them]");
  }

  @Test
  void nothingAtAllIsReportedAndNotThrown() {
    Hire nothing = new Hire(null, null, null, null, null, null, null, null, null, null, null);
    assertThat(HireRules.problems(null, nothing))
        .extracting(InputProblem::field)
        .containsExactly(
            "employeeNumber",
            "firstName",
            "lastName",
            "posUserId",
            "wageRate",
            "startDate",
            "sites",
            "permissionTemplate");
    assertThat(HireRules.problems(null, null))
        .extracting(InputProblem::field)
        .containsExactly("employeeNumber", "hire");
  }

  @Test
  void nullsInsideListsAreReportedAndNotThrown() {
    Draft draft = new Draft();
    draft.sites = SiteChoice.of(Arrays.asList("Franklin", null));
    draft.departments = Collections.singletonList(null);
    assertThat(fields(draft)).containsExactly("sites", "departments");
  }

  @Test
  void noProblemRepeatsThePersonalValue() {
    Draft draft = new Draft();
    draft.firstName = "Secretjane<";
    draft.lastName = " Secretdoe";
    draft.phone = "555-secret";
    draft.email = "secret at example";
    assertThat(HireRules.problems(NUMBER, draft.hire()))
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem.toString()).doesNotContainIgnoringCase("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hr-10442", "A1", "0_.-", "abcdefghijklmnopqrstuvwxyz012345"})
  void employeeNumberOfItsShapeIsTaken(String value) {
    assertThat(HireRules.employeeNumber(EmployeeNumber.of(value))).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "1",
        "-12",
        "hr 1",
        "hr/1",
        "hr-1\n",
        "dana@example.com",
        "hr-\u0661",
        "abcdefghijklmnopqrstuvwxyz0123456"
      })
  void employeeNumberOfAnotherShapeIsRefused(String value) {
    assertThat(HireRules.employeeNumber(EmployeeNumber.of(value)))
        .hasValueSatisfying(problem -> assertThat(problem.field()).isEqualTo("employeeNumber"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien",
        "D\u2019Angelo",
        "Jos\u00e9 Mar\u00eda",
        "\u674e",
        "Anne-Marie \"Annie\" & Co; $1 100%",
        "Jane " + EMOJI,
        "Already exists",
        "this employee already exists"
      })
  void unusualNameIsTaken(String name) {
    Draft draft = new Draft();
    draft.firstName = name;
    draft.lastName = name;
    assertThat(fields(draft)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        " Jane",
        "Jane ",
        "Jane\n",
        "Ja\nne",
        "Ja\tne",
        "Ja\u0000ne",
        "Ja\u007fne",
        "Ja\u0085ne",
        "Ja\u202ene",
        "Ja\u2066ne",
        "Ja\u200fne",
        "Ja\u200dne",
        "Ja\u200cne",
        "Ja\u2028ne",
        "Ja\u2029ne",
        "\ufeffJane",
        "<b>Jane",
        "Jane>",
        "Ja\ud83dne"
      })
  void nameThatCannotStandInAFormIsRefused(String name) {
    Draft draft = new Draft();
    draft.firstName = name;
    draft.lastName = name;
    assertThat(fields(draft)).containsExactly("firstName", "lastName");
  }

  @Test
  void namesAreCountedInCharactersAsPeopleCountThem() {
    Draft draft = new Draft();
    draft.firstName = EMOJI.repeat(50);
    draft.lastName = EMOJI.repeat(64);
    assertThat(fields(draft)).isEmpty();
    draft.firstName = "x".repeat(51);
    draft.lastName = "x".repeat(65);
    assertThat(HireRules.problems(NUMBER, draft.hire()))
        .extracting(InputProblem::message)
        .containsExactly("must have at most 50 characters", "must have at most 64 characters");
  }

  @Test
  void tenThousandCharactersAreRefusedInEveryText() {
    String endless = "x".repeat(10_000);
    Draft draft = new Draft();
    draft.firstName = endless;
    draft.lastName = endless;
    draft.phone = "1".repeat(10_000);
    draft.email = endless + "@example.com";
    draft.sites = SiteChoice.of(List.of(endless));
    draft.permissionTemplate = endless;
    draft.departments = List.of(endless);
    assertThat(HireRules.problems(EmployeeNumber.of(endless), draft.hire()))
        .hasSize(8)
        .allSatisfy(problem -> assertThat(problem.toString()).hasSizeLessThan(200));
  }

  @Test
  void megabytesOfDotsInAnAddressDoNotHoldTheWorkflowUp() {
    assertThat(HireRules.email("a@" + ".".repeat(1_000_000) + " ")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6155551234",
        "615555123",
        "(615) 555-1234",
        "615.555.1234",
        "615 555 1234",
        "+615 555 1234"
      })
  void phoneOfNineOrTenDigitsIsTaken(String phone) {
    assertThat(HireRules.phone(phone)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "61555512",
        "16155551234",
        "+1 615 555 1234",
        "615-555-CARS",
        "6155551234 ext",
        "6155551234\n",
        "615/555/1234",
        "(615)  555 - - - 12 34",
        "\u0666\u0661\u0665\u0665\u0665\u0665\u0661\u0662\u0663\u0664"
      })
  void phoneOfOtherShapeIsRefused(String phone) {
    assertThat(HireRules.phone(phone))
        .hasValueSatisfying(problem -> assertThat(problem.field()).isEqualTo("phone"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dana@example.com", "d.o'x+y@mail.example.test", "\u00fcm@\u00fc.test", "a@b.c"})
  void addressIsTaken(String email) {
    assertThat(HireRules.email(email)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dana",
        "dana@example",
        "@example.com",
        "dana@.",
        "dana@@example.com",
        "da na@example.com",
        "dana@example.com ",
        "dana@example.com\n",
        "Dana <dana@example.com>",
        "d\u202eana@example.com",
        "dana\u00a0@example.com",
        "dana@\u3000example.com",
        "d\u0000ana@example.com"
      })
  void addressOfAnotherShapeIsRefused(String email) {
    assertThat(HireRules.email(email))
        .hasValueSatisfying(problem -> assertThat(problem.field()).isEqualTo("email"));
  }

  @Test
  void addressHasAtMost254Characters() {
    String domain = "@example.com";
    assertThat(HireRules.email("x".repeat(254 - domain.length()) + domain)).isEmpty();
    assertThat(HireRules.email("x".repeat(255 - domain.length()) + domain)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1042, PosUserId.LARGEST})
  void posUserIdInItsRangeIsTaken(int value) {
    assertThat(HireRules.posUserId(PosUserId.of(value))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, PosUserId.LARGEST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void posUserIdOutsideItsRangeIsRefused(int value) {
    assertThat(HireRules.posUserId(PosUserId.of(value)))
        .hasValueSatisfying(problem -> assertThat(problem.field()).isEqualTo("posUserId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "15", "15.5", "15.50", "15.500", "1E+1", "999999999.99"})
  void wageRateInCentsIsTaken(String rate) {
    assertThat(HireRules.wageRate(new BigDecimal(rate))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.00",
        "-0.01",
        "0.001",
        "15.505",
        "1000000000",
        "1E+2000000000",
        "1E-2000000000"
      })
  void wageRateThatIsNoneIsRefused(String rate) {
    assertThat(HireRules.wageRate(new BigDecimal(rate)))
        .hasValueSatisfying(problem -> assertThat(problem.field()).isEqualTo("wageRate"));
  }

  @Test
  void startDateLiesInThisCentury() {
    Draft draft = new Draft();
    for (String good : List.of("2000-01-01", "2099-12-31")) {
      draft.startDate = LocalDate.parse(good);
      assertThat(fields(draft)).as(good).isEmpty();
    }
    for (LocalDate bad :
        List.of(
            LocalDate.of(1999, 12, 31), LocalDate.of(2100, 1, 1), LocalDate.MIN, LocalDate.MAX)) {
      draft.startDate = bad;
      assertThat(fields(draft)).as(bad.toString()).containsExactly("startDate");
    }
  }

  @Test
  void sitesAreNamedOrAllButNeverBothAndNeverNeither() {
    Draft draft = new Draft();
    draft.sites = SiteChoice.everySite();
    assertThat(fields(draft)).isEmpty();
    draft.sites = new SiteChoice(true, List.of("Franklin"));
    assertThat(fields(draft)).containsExactly("sites");
    draft.sites = new SiteChoice(false, null);
    assertThat(fields(draft)).containsExactly("sites");
  }

  @Test
  void listsNameEachOnceAndAtMostFiveHundred() {
    Draft draft = new Draft();
    List<String> most = new ArrayList<>(IntStream.range(0, 500).mapToObj(i -> "S" + i).toList());
    draft.sites = SiteChoice.of(most);
    draft.departments = most;
    assertThat(fields(draft)).isEmpty();
    most.add("one more");
    draft.sites = SiteChoice.of(most);
    draft.departments = most;
    assertThat(fields(draft)).containsExactly("sites", "departments");
    draft.sites = SiteChoice.of(List.of("Franklin", "Franklin"));
    draft.departments = List.of("Greeter", "Loader", "Greeter");
    assertThat(fields(draft)).containsExactly("sites", "departments");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u202eb", "<script>", "a\u0000"})
  void labelThatCannotBePrintedIsRefusedWhereverItStands(String label) {
    Draft draft = new Draft();
    draft.sites = SiteChoice.of(List.of("Franklin", label));
    draft.permissionTemplate = label;
    draft.departments = List.of(label);
    assertThat(fields(draft)).containsExactly("sites", "permissionTemplate", "departments");
  }

  @Test
  void labelHasAtMostTwoHundredCharacters() {
    Draft draft = new Draft();
    draft.permissionTemplate = "x".repeat(200);
    assertThat(fields(draft)).isEmpty();
    draft.permissionTemplate = "x".repeat(201);
    assertThat(fields(draft)).containsExactly("permissionTemplate");
  }

  private static List<String> fields(Draft draft) {
    return HireRules.problems(NUMBER, draft.hire()).stream().map(InputProblem::field).toList();
  }

  /** A good hire, of which a test spoils what it is about. */
  private static final class Draft {
    String firstName = "Jane";
    String lastName = "Doe";
    String phone = "6155551234";
    String email = "jane@example.com";
    PosUserId posUserId = PosUserId.of(1042);
    BigDecimal wageRate = new BigDecimal("15.50");
    LocalDate startDate = LocalDate.of(2026, 5, 1);
    SiteChoice sites = SiteChoice.of(List.of("Franklin", "Nolensville"));
    String permissionTemplate = "Greeter";
    List<String> departments = List.of("Greeter");
    String emergencyName;
    String emergencyPhone;
    BigDecimal overtimeRate;
    boolean noOvertime;

    Hire hire() {
      return new Hire(
          firstName,
          lastName,
          Optional.ofNullable(phone),
          Optional.ofNullable(email),
          posUserId,
          wageRate,
          startDate,
          sites,
          permissionTemplate,
          departments,
          Optional.empty(),
          Optional.ofNullable(emergencyName),
          Optional.ofNullable(emergencyPhone),
          Optional.ofNullable(overtimeRate),
          noOvertime);
    }
  }
}
