package dev.lanyard.activities.backoffice.doctor;

import dev.lanyard.activities.backoffice.client.Survey;
import dev.lanyard.activities.backoffice.page.CompensationPage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.PermissionTemplate;
import dev.lanyard.activities.backoffice.page.RosterSurvey;
import java.util.List;
import java.util.Optional;

/**
 * The pages of one employee, on somebody (sections 8, 9, 11). The edit page shows a PIN: nothing of
 * it but whether it could be read goes further.
 */
final class EmployeeChecks {

  static final String EDIT = "/employee/edit/<id>";
  private static final String PERMISSIONS = "/employee/permissions/<id>";
  private static final String COMPENSATION = "/employee/compensation/<id>";
  private static final String SALARY = "salary rows";
  private static final String UNKNOWN_ID = "unknown employee id";

  private final Survey survey;
  private final Sheet sheet;

  EmployeeChecks(Survey survey, Sheet sheet) {
    this.survey = survey;
    this.sheet = sheet;
  }

  void pagesOf(Optional<Integer> somebody) {
    if (somebody.isEmpty()) {
      String finding = "There is no employee to look at.";
      sheet.unknown("edit-page", EDIT, finding);
      sheet.unknown("permission-page", PERMISSIONS, finding);
      sheet.unknown("compensation-page", COMPENSATION, finding);
      return;
    }
    int id = somebody.get();
    sheet
        .look("edit-page", EDIT, () -> read(survey.editPage(id)))
        .ifPresent(shown -> same("edit-page", EDIT, shown, id, "The form has all its fields."));
    sheet
        .look("permission-page", PERMISSIONS, () -> survey.permissionPage(id))
        .ifPresent(page -> templates(page, id));
    sheet
        .look("compensation-page", COMPENSATION, () -> read(survey.compensationPage(id)))
        .ifPresent(
            shown ->
                same(
                    "compensation-page",
                    COMPENSATION,
                    shown,
                    id,
                    "Form and wage history can be read."));
  }

  /** Everything that an activity would read of it. */
  private static int read(EditPage page) {
    page.posUserId();
    page.startDate();
    page.access();
    page.departments();
    page.active();
    return page.employeeId();
  }

  private static int read(CompensationPage page) {
    page.earliest();
    return page.employeeId();
  }

  private void same(String id, String path, int shown, int asked, String finding) {
    if (shown == asked) {
      sheet.ok(id, path, finding);
    } else {
      sheet.failed(
          id,
          path,
          "Asked for employee " + asked + ", it shows employee " + shown + ".",
          "Compare the page with the protocol, section 5.");
    }
  }

  private void templates(PermissionPage page, int asked) {
    List<String> names = page.templates().stream().map(PermissionTemplate::name).toList();
    long different = names.stream().distinct().count();
    page.current();
    if (names.isEmpty()) {
      sheet.failed(
          "permission-page",
          PERMISSIONS,
          "It offers no permission template, so no hire can be given one.",
          "Create a template in Backoffice, or compare the page with the protocol, section 9.1.");
    } else if (different < names.size()) {
      sheet.warning(
          "permission-page",
          PERMISSIONS,
          "Templates have the same name: " + FormChecks.quoted(names) + ".",
          "Give them different names in Backoffice: hires name them.");
    } else {
      same(
          "permission-page",
          PERMISSIONS,
          page.employeeId(),
          asked,
          names.size() + " permission templates: " + FormChecks.quoted(names) + ".");
    }
  }

  /** What a page of an id that nobody has is answered with, and how a salary is written. */
  void questions(Optional<RosterSurvey> opened) {
    sheet
        .ask(UNKNOWN_ID, EDIT, survey::unknownEmployee)
        .ifPresent(answer -> sheet.answered(UNKNOWN_ID, answer));
    Optional<Integer> salaried = opened.flatMap(RosterSurvey::somebodyWithoutHourlyWage);
    if (salaried.isEmpty()) {
      sheet.unanswered(SALARY, "the first page of the roster shows nobody with a salary");
      return;
    }
    sheet
        .ask(SALARY, COMPENSATION, () -> survey.compensationPage(salaried.get()))
        .flatMap(page -> page.history().stream().flatMap(w -> w.salary().stream()).findFirst())
        .ifPresentOrElse(
            text -> sheet.answered(SALARY, "written as " + text.replaceAll("\\d", "#")),
            () -> sheet.unanswered(SALARY, "the compensation page shows no salary row"));
  }
}
