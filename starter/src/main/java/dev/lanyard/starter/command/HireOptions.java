package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.HireDraft;
import java.util.List;
import picocli.CommandLine.Option;

/** The fields of a hire as flags. */
final class HireOptions {

  @Option(names = "--first-name", paramLabel = "NAME", description = "First name.")
  private String firstName;

  @Option(names = "--last-name", paramLabel = "NAME", description = "Last name.")
  private String lastName;

  @Option(names = "--phone", paramLabel = "P", description = "Nine or ten digits: 6155551234.")
  private String phone;

  @Option(names = "--email", paramLabel = "E", description = "E-mail address.")
  private String email;

  @Option(names = "--pos-user-id", paramLabel = "ID", description = "Typed at the till: 12345.")
  private String posUserId;

  @Option(names = "--wage-rate", paramLabel = "USD", description = "Dollars an hour: 15.50.")
  private String wageRate;

  @Option(
      names = "--start-date",
      paramLabel = "DATE",
      description = "First day with access, in the site's zone: 2026-05-01.")
  private String startDate;

  @Option(
      names = "--site",
      paramLabel = "NAME",
      description = "A Backoffice site, by its exact name; repeatable. The word all: every site.")
  private List<String> sites;

  @Option(names = "--all-sites", description = "Every site, those that are added later included.")
  private boolean allSites;

  @Option(
      names = "--permission",
      paramLabel = "NAME",
      description = "A permission template, by its exact name: \"General User\".")
  private String permission;

  @Option(
      names = "--department",
      paramLabel = "NAME",
      description = "A department; repeatable. Left out: Greeter.")
  private List<String> departments;

  @Option(names = "--emergency-name", paramLabel = "NAME", description = "The emergency contact.")
  private String emergencyName;

  @Option(names = "--emergency-phone", paramLabel = "P", description = "The contact's phone.")
  private String emergencyPhone;

  @Option(
      names = "--overtime-rate",
      paramLabel = "USD",
      description = "Dollars an hour. Left out: one and a half times the wage rate.")
  private String overtimeRate;

  @Option(names = "--no-overtime", description = "Not eligible for overtime.")
  private boolean noOvertime;

  @Option(
      names = "--former-employee",
      paramLabel = "ID",
      description = "This person's own disabled record (its internal id): it is made active again.")
  private String formerEmployee;

  @Option(
      names = "--role",
      paramLabel = "NAME",
      description =
          "A role of the worker's access rules: says what is left out of site, permission,"
              + " department, wage rate and POS user ID, and bounds what is given.")
  private String role;

  @Option(
      names = "--like",
      paramLabel = "POS-USER-ID",
      description =
          "Somebody whose sites, departments and permissions are copied, as far as left out.")
  private String like;

  void take(Typed typed) {
    typed.takeFlag("firstName", firstName);
    typed.takeFlag("lastName", lastName);
    typed.takeFlag("phone", phone);
    typed.takeFlag("email", email);
    typed.takeFlag("posUserId", posUserId);
    typed.takeFlag("wageRate", wageRate);
    typed.takeFlag("startDate", startDate);
    typed.takeFlag("permissionTemplate", permission);
    typed.takeFlag("departments", departments);
    typed.takeFlag("emergencyName", emergencyName);
    typed.takeFlag("emergencyPhone", emergencyPhone);
    typed.takeFlag("overtimeRate", overtimeRate);
    typed.takeFlag("noOvertime", noOvertime ? "true" : null);
    typed.takeFlag("formerEmployee", formerEmployee);
    typed.takeFlag("role", role);
    typed.takeFlag("like", like);
    takeSites(typed);
  }

  private void takeSites(Typed typed) {
    boolean wordAll = List.of(HireDraft.ALL_SITES).equals(sites);
    if (allSites && sites != null && !wordAll) {
      typed.mistake("--all-sites", "does not go together with --site");
    }
    if (allSites || wordAll) {
      typed.takeFlag("sites", HireDraft.ALL_SITES);
    } else {
      typed.takeFlag("sites", sites);
    }
  }
}
