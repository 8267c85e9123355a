package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.BackofficeSettings;
import dev.lanyard.activities.backoffice.SiteWitness;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Survey;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.RosterSurvey;
import dev.lanyard.workflows.doctor.BackofficeExamination;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "examine Backoffice": looks at a tenant as a whole and never writes. */
public final class BackofficeDoctor implements BackofficeExamination {

  /** Some two dozen pages at a few seconds each on a bad day; then it stops asking (guessed). */
  private static final Duration BUDGET = Duration.ofMinutes(3);

  private static final String LOGIN = "/login_check";

  /** Section 21: what shows only when something is written, or a session is left alone. */
  private static final List<String> NEEDS_WRITING =
      List.of(
          "texts for a duplicate POS user ID, e-mail address or user name",
          "where a refused create leads",
          "contract of /employee/checkunique",
          "rollup checkboxes on a write",
          "siteId under a denied region or district",
          "lifetime of a stored message",
          "messages of a success",
          "outcomes of a compensation update",
          "uniqueness of phone, PIN and ADP id",
          "whether a disabled employee's e-mail address stays reserved",
          "effect of optional fields left out of an update");

  private final BackofficeClient client;
  private final BackofficeSettings settings;
  private final List<String> configuredSites;

  /**
   * @param client the one that the worker's other activities use: no second login
   */
  public BackofficeDoctor(BackofficeClient client, BackofficeSettings settings) {
    this.client = client;
    this.settings = settings;
    this.configuredSites = settings.expectedSites().stream().sorted().toList();
  }

  @Override
  public ExaminedSystem examine(DoctorRequest request) {
    return client.survey(
        survey -> {
          Sheet sheet = new Sheet(survey, BUDGET);
          if (loggedIn(survey, sheet)) {
            examine(survey, sheet, request);
          }
          NEEDS_WRITING.forEach(topic -> sheet.unanswered(topic, "not answerable without writing"));
          sheet.unanswered("bad login and lock-out", "not answerable without a wrong password");
          sheet.unanswered("expiry signal and idle time", "not answerable by one short look");
          return sheet.examined(origin());
        });
  }

  /** What a worker must have to do anything: two pages of a login and one more. */
  public ExaminedSystem essentials() {
    return client.survey(
        survey -> {
          Sheet sheet = new Sheet(survey, BUDGET);
          if (loggedIn(survey, sheet)) {
            new FormChecks(survey, sheet).essentials(configuredSites);
          }
          return sheet.examined(origin());
        });
  }

  private String origin() {
    return settings.origin().base().toString();
  }

  private static boolean loggedIn(Survey survey, Sheet sheet) {
    Optional<Boolean> login = sheet.look("login", LOGIN, survey::logIn);
    login.ifPresentOrElse(
        had ->
            sheet.ok(
                "login", LOGIN, had ? "The bot is logged in." : "The bot was logged in already."),
        () -> sheet.unknown("pages", "", "Not looked at: there is no login."));
    return login.isPresent();
  }

  private void examine(Survey survey, Sheet sheet, DoctorRequest request) {
    FormChecks forms = new FormChecks(survey, sheet);
    Optional<CreatePage> form = forms.essentials(configuredSites);
    form.ifPresent(page -> forms.names(page, settings.greeterRule()));
    new UserChecks(survey, sheet).all(settings.credentials().get().username());
    RosterChecks roster = new RosterChecks(survey, sheet);
    Optional<RosterSurvey> opened = roster.opens();
    Map<Integer, String> codes =
        opened
            .map(page -> page.roster().siteCodes())
            .filter(shown -> !shown.isEmpty())
            .or(() -> form.map(CreatePage::siteCodes))
            .orElse(Map.of());
    Optional<Everybody> everybody =
        roster.whole(
            new Everybody(
                form.map(CreatePage::sites), new SiteWitness(codes), request.comparedEmployees()));
    roster.inactiveIcon();
    roster.posUserIdFilter(everybody.flatMap(Everybody::posUserId));
    EmployeeChecks employees = new EmployeeChecks(survey, sheet);
    employees.pagesOf(everybody.flatMap(Everybody::somebody));
    if (form.isPresent() && everybody.isPresent()) {
      new SitePolarity(survey, sheet)
          .compare(form.get(), everybody.get().restricted(), request.comparedEmployees());
    } else {
      sheet.unknown("site-polarity", EmployeeChecks.EDIT, "Needs the create page and the roster.");
    }
    roster.paging(everybody.map(Everybody::count).orElse(0));
    employees.questions(opened);
    new TransportChecks(survey, sheet).all();
  }
}
