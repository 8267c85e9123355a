package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.BackofficeFailures.translated;

import dev.lanyard.activities.attempt.Attempts;
import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.secrets.Pin;
import dev.lanyard.secrets.PinOpener;
import dev.lanyard.workflows.backoffice.ChangeEmployee;
import dev.lanyard.workflows.backoffice.ChangePin;
import dev.lanyard.workflows.backoffice.EmployeeChangeActivities;
import dev.lanyard.workflows.backoffice.EmployeeChanged;
import dev.lanyard.workflows.backoffice.EmployeeReactivated;
import dev.lanyard.workflows.backoffice.PermissionsSet;
import dev.lanyard.workflows.backoffice.PinChanged;
import dev.lanyard.workflows.backoffice.ReactivateEmployee;
import dev.lanyard.workflows.backoffice.RecordWage;
import dev.lanyard.workflows.backoffice.SetPermissions;
import dev.lanyard.workflows.backoffice.WageRecorded;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.pin.SealedPin;

/** Changes in Backoffice: each activity in a class of its own, its errors translated here. */
public final class EmployeeChangeActivitiesImpl implements EmployeeChangeActivities {

  private final BackofficeClient client;
  private final BackofficeSettings settings;
  private final PinOpener pins;
  private final Attempts attempts;
  private final RecordWriting writing;

  /** The client is the one of these settings; it may be shared with other activities. */
  public EmployeeChangeActivitiesImpl(
      BackofficeClient client, BackofficeSettings settings, PinOpener pins, Attempts attempts) {
    this.client = client;
    this.settings = settings;
    this.pins = pins;
    this.attempts = attempts;
    this.writing = new RecordWriting(client, settings.settleDelay());
  }

  @Override
  public EmployeeChanged changeEmployee(ChangeEmployee request) {
    return translated(
        () ->
            new EmployeeChange(writing, settings.linkField()).change(request, attempts.current()));
  }

  @Override
  public PinChanged changePin(ChangePin request) {
    return translated(
        () ->
            new PinChange(writing, settings.linkField())
                .change(
                    request,
                    open(request.pin(), request.employeeNumber()),
                    request.replaces().map(old -> open(old, request.employeeNumber())),
                    attempts.current()));
  }

  @Override
  public EmployeeReactivated reactivateEmployee(ReactivateEmployee request) {
    return translated(
        () ->
            new EmployeeReactivation(writing, settings.linkField())
                .reactivate(
                    request, open(request.pin(), request.employeeNumber()), attempts.current()));
  }

  @Override
  public PermissionsSet setPermissions(SetPermissions request) {
    return translated(
        () ->
            new PermissionChange(client, settings.settleDelay()).set(request, attempts.current()));
  }

  @Override
  public WageRecorded recordWage(RecordWage request) {
    return translated(
        () ->
            new WageRecording(client, settings.settleDelay(), settings.unproven())
                .record(request, attempts.current()));
  }

  /** PINs are bound to the employee number. */
  private Pin open(SealedPin sealed, EmployeeNumber boundTo) {
    return pins.open(sealed.ciphertext(), boundTo.value());
  }
}
