package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Part;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The pages about one employee: values for their templates. */
final class EmployeePages {
  private final SiteTree visible;
  private final BackofficeSwitches switches;
  private final Catalogue catalogue;

  EmployeePages(SiteTree visible, Catalogue catalogue, BackofficeSwitches switches) {
    this.catalogue = catalogue;
    this.visible = visible;
    this.switches = switches;
  }

  /** Section 7.1. */
  Part create(EmployeeForm form, Alerts alerts) {
    Map<String, Object> values = form(form, alerts);
    values.put("action", "/employee/insert");
    values.put("editing", false);
    values.put("creating", true);
    values.put("save", "Set POS Access");
    values.put("cancelId", "btn-employee-create-cancel");
    values.putAll(wageBlock(visible.sites()));
    return Layout.part("employee-form", values);
  }

  /** Section 8.1: stored values, also after a refused POST. */
  Part edit(Employee employee, Alerts alerts) {
    Map<String, Object> values = form(EmployeeForm.of(employee), alerts);
    values.put("action", "/employee/update");
    values.put("editing", true);
    values.put("creating", false);
    values.put("id", employee.id());
    values.put("credentialsId", employee.credentialsId());
    values.put("active", employee.active());
    values.put("save", "Save");
    values.put("cancelId", "btn-employee-edit-cancel");
    return Layout.part("employee-form", values);
  }

  private Map<String, Object> form(EmployeeForm form, Alerts alerts) {
    Map<String, Object> values = alerts.values();
    values.put("firstName", form.firstName());
    values.put("lastName", form.lastName());
    values.put("phone", form.phone());
    values.put("email", form.email());
    values.put(
        "departments",
        catalogue.departmentsByLabel().stream()
            .map(
                department ->
                    Map.of(
                        "departmentId", department.id(),
                        "label", department.label(),
                        "selected", form.departments().contains(department.id())))
            .toList());
    values.put("startDate", form.startDate());
    values.put("posUserId", form.posUserId());
    values.put("pin", form.pin());
    values.put("emergencyName", form.emergencyName());
    values.put("emergencyPhone", form.emergencyPhone());
    values.put("adpEmployeeId", form.adpEmployeeId());
    values.put("access", AccessMarkup.forEmployee(visible, form.access(), switches.site()));
    return values;
  }

  private Map<String, Object> wageBlock(List<SiteTree.Site> sites) {
    return Map.of(
        "wageSiteDisabled",
        switches.wage().wageSiteDisabled(),
        "wageSites",
        sites.stream()
            .sorted(Comparator.comparing(SiteTree.Site::shortCode))
            .map(site -> Map.of("siteId", site.id(), "shortCode", site.shortCode()))
            .toList(),
        "days",
        IntStream.rangeClosed(0, 6).boxed().toList());
  }

  /** Section 9.1: the template select is always blank, permission id 1 occurs twice. */
  Part permissions(Employee employee, Alerts alerts) {
    PosGrants held = employee.grants();
    boolean everything =
        held.grants().size() == catalogue.permissions().size() && held.overrides().isEmpty();
    Map<String, Object> values = alerts.values();
    Integer shown = switches.employee().templateSelectShowsChosen() ? held.chosenTemplate() : null;
    values.put("noneSelected", shown == null);
    values.put("id", employee.id());
    values.put("authority", everything ? "1" : "0");
    values.put("hasAuthority", everything);
    values.put(
        "templates",
        catalogue.templates().stream()
            .sorted(Comparator.comparing(PosTemplate::name))
            .map(
                template ->
                    Map.of(
                        "templateId", template.id(),
                        "selected", shown != null && template.id() == shown,
                        "name", template.name(),
                        "grantIds", PosTemplate.list(template.grants()),
                        "overrideIds", PosTemplate.list(template.overrides())))
            .toList());
    values.put(
        "permissions",
        catalogue.permissions().stream()
            .map(
                permission ->
                    Map.of(
                        "permissionId", permission.id(),
                        "label", permission.label(),
                        "description", permission.description(),
                        "granted", held.grants().contains(permission.id()),
                        "overridden", held.overrides().contains(permission.id())))
            .toList());
    return Layout.part("pos-permissions", values);
  }

  /** Section 11.1: the form is always blank, the table newest first. */
  Part compensation(Employee employee, LocalDate today, Alerts alerts) {
    LocalDate earliest =
        employee
            .latestWage()
            .map(wage -> wage.effective().plusDays(1))
            .orElse(employee.profile().startDate());
    Map<String, Object> values = alerts.values();
    values.put("id", employee.id());
    values.put("earliest", Dates.format(earliest));
    values.put("suggested", Dates.format(today.isBefore(earliest) ? earliest : today));
    values.putAll(
        wageBlock(
            visible.sites().stream()
                .filter(site -> employee.access().resolved(visible).includes(site.id()))
                .toList()));
    values.put("history", employee.wages().stream().map(this::wage).toList());
    WageSwitches.NoWages without = switches.wage().noWages();
    boolean none = employee.wages().isEmpty();
    values.put("hasHistory", !none || without != WageSwitches.NoWages.NO_TABLE);
    values.put("saysNone", none && without == WageSwitches.NoWages.ROW);
    return Layout.part("compensation", values);
  }

  private Map<String, Object> wage(Wage wage) {
    DecimalFormat money =
        new DecimalFormat("$#,##0.00", DecimalFormatSymbols.getInstance(Locale.US));
    String per = wage.hourly() ? "/hr" : switches.wage().salarySuffix();
    return Map.of(
        "type",
        wage.hourly() ? "Hourly" : switches.wage().salaryType(),
        "rate",
        money.format(wage.rate()) + per,
        "eligible",
        wage.overtimeEligible(),
        "overtimeRate",
        wage.overtimeRate() == null ? "" : money.format(wage.overtimeRate()) + "/hr",
        "effective",
        Dates.format(wage.effective()),
        "end",
        wage.end() == null ? "" : Dates.format(wage.end()));
  }
}
