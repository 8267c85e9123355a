package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.translated;

import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.secrets.Pin;
import dev.lanyard.secrets.PinOpener;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.AssignSites;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.BackofficeActivities;
import dev.lanyard.workflows.backoffice.BackofficeFindings;
import dev.lanyard.workflows.backoffice.BackofficePreFlight;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeCreated;
import dev.lanyard.workflows.backoffice.EmployeeDisabled;
import dev.lanyard.workflows.backoffice.EmployeeLocated;
import dev.lanyard.workflows.backoffice.EmployeeVerified;
import dev.lanyard.workflows.backoffice.ExpectedEmployee;
import dev.lanyard.workflows.backoffice.GrantTemplate;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.backoffice.SitesAssigned;
import dev.lanyard.workflows.backoffice.TemplateGranted;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.pin.SealedPin;
import java.util.Optional;

/** What is done in Backoffice: each activity in a class of its own, its errors translated here. */
public final class BackofficeActivitiesImpl implements BackofficeActivities {

  private final BackofficeClient client;
  private final BackofficeSettings settings;
  private final PinOpener pins;
  private final Attempts attempts;
  private final RecordComparison comparison;

  /** The client is the one of these settings; it may be shared with other activities. */
  public BackofficeActivitiesImpl(
      BackofficeClient client, BackofficeSettings settings, PinOpener pins, Attempts attempts) {
    this.client = client;
    this.settings = settings;
    this.pins = pins;
    this.attempts = attempts;
    this.comparison = new RecordComparison(settings.linkField());
  }

  @Override
  public BackofficeFindings preFlight(BackofficePreFlight request) {
    return translated(() -> new PreFlightCheck(client, settings.greeterRule()).check(request));
  }

  @Override
  public EmployeeCreated createEmployee(CreateEmployee request) {
    return translated(
        () ->
            new EmployeeCreation(client, comparison, settings.linkField(), settings.settleDelay())
                .create(
                    request, open(request.pin(), request.employeeNumber()), attempts.current()));
  }

  @Override
  public SitesAssigned assignSites(AssignSites request) {
    return translated(
        () ->
            new SiteAssignment(client, comparison, lostWrites())
                .assign(
                    request, open(request.pin(), request.employeeNumber()), attempts.current()));
  }

  @Override
  public TemplateGranted grantPermissionTemplate(GrantTemplate request) {
    return translated(
        () -> new TemplateGrant(client, lostWrites()).grant(request, attempts.current()));
  }

  @Override
  public EmployeeVerified verify(ExpectedEmployee expected) {
    return translated(
        () ->
            new EmployeeVerification(client, comparison)
                .verify(expected, expected.pin().map(pin -> open(pin, numberFor(expected)))));
  }

  @Override
  public EmployeeLocated locate(LocateEmployee request) {
    return translated(() -> new EmployeeLocation(client).locate(request));
  }

  @Override
  public EmployeeDisabled disableEmployee(DisableEmployee request) {
    return translated(
        () -> {
          Optional<Pin> pin =
              request.onlyIfCreatedBy().map(made -> open(made.pin(), request.employeeNumber()));
          return new EmployeeDisabling(client, comparison, settings.settleDelay())
              .disable(request, pin, attempts.current());
        });
  }

  @Override
  public Availability checkAvailability(AvailabilityQuestion question) {
    return translated(() -> new AvailabilityCheck(client).check(question));
  }

  @Override
  public void logInAgain() {
    translated(
        () -> {
          client.logInAgain();
          return true;
        });
  }

  private LostWrites lostWrites() {
    return new LostWrites(settings.settleDelay());
  }

  /** PINs are bound to the employee number. */
  private Pin open(SealedPin sealed, EmployeeNumber boundTo) {
    return pins.open(sealed.ciphertext(), boundTo.value());
  }

  private static EmployeeNumber numberFor(ExpectedEmployee expected) {
    return expected
        .employeeNumber()
        .orElseThrow(
            () ->
                BackofficeFailures.last(
                    FailureTypes.PIN_UNREADABLE,
                    "A sealed PIN was given to verify without the employee number that it is bound"
                        + " to."));
  }
}
