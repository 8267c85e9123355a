package dev.lanyard.activities.staffapi;

import dev.lanyard.activities.staffapi.client.Company;
import dev.lanyard.activities.staffapi.client.StaffApiClient;
import dev.lanyard.activities.staffapi.client.StaffApiException;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import dev.lanyard.workflows.doctor.PageSeen;
import dev.lanyard.workflows.doctor.StaffApiExamination;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** "examine staff API": the company, its lists and the site map. Never writes. */
public final class StaffApiDoctor implements StaffApiExamination {

  private final StaffApiSettings settings;
  private final StaffApiClient client;
  private final List<String> configuredSites;

  private StaffApiDoctor(
      StaffApiSettings settings, StaffApiClient client, List<String> configuredSites) {
    this.settings = settings;
    this.client = client;
    this.configuredSites = configuredSites;
  }

  /**
   * @param configuredSites names of the sites in the worker's configuration, with or without a
   *     staff site id
   */
  public static StaffApiDoctor create(StaffApi api, Collection<String> configuredSites) {
    Set<String> names = new TreeSet<>(configuredSites);
    names.addAll(api.settings().siteMap().keySet());
    return new StaffApiDoctor(api.settings(), api.client(), List.copyOf(names));
  }

  @Override
  public ExaminedSystem examine(DoctorRequest request) {
    Sheet sheet = new Sheet();
    caller(sheet);
    if (company(sheet)) {
      list(sheet, "staff-list", path("staff"), client::staff);
      list(sheet, "administrators", path("staff/admins"), client::admins);
    }
    return sheet.examined(settings);
  }

  /** The company and the site map: one request. */
  public ExaminedSystem essentials() {
    Sheet sheet = new Sheet();
    company(sheet);
    return sheet.examined(settings);
  }

  /** Whose the credentials are, by their own account. */
  private void caller(Sheet sheet) {
    String path = settings.origin().base().encodedPath() + "companies/me.json";
    sheet.look("caller", path, client::companies).ifPresent(seen -> caller(sheet, path, seen));
  }

  private void caller(Sheet sheet, String path, List<Company> seen) {
    long configured = settings.companyId();
    List<Long> ids = seen.stream().map(Company::id).sorted().distinct().toList();
    if (!ids.contains(configured)) {
      sheet.add(
          "caller",
          path,
          CheckResult.FAILED,
          "The credentials belong to %s, and company %d is configured."
              .formatted(companies(ids), configured),
          "Correct STAFF_API_COMPANY_ID, or use the credentials of company %d."
              .formatted(configured));
    } else if (ids.size() > 1) {
      sheet.add(
          "caller",
          path,
          CheckResult.WARNING,
          "The credentials open %s; Lanyard uses company %d alone."
              .formatted(companies(ids), configured),
          "Check that company %d is the one that is meant.".formatted(configured));
    } else {
      sheet.add(
          "caller",
          path,
          CheckResult.OK,
          "The credentials belong to company %d.".formatted(configured),
          "");
    }
  }

  private static String companies(List<Long> ids) {
    return switch (ids.size()) {
      case 0 -> "no company";
      case 1 -> "company " + ids.get(0);
      default -> "companies " + Failures.ids(ids);
    };
  }

  private boolean company(Sheet sheet) {
    String path = path("sites");
    Optional<List<StaffSite>> sites = sheet.look("company", path, client::sites);
    if (sites.isEmpty()) {
      sheet.add("site-map", path, CheckResult.UNKNOWN, "Not looked at: there are no sites.", "");
      return false;
    }
    sheet.add(
        "company",
        path,
        CheckResult.OK,
        "The credentials open company %d; it has %d sites."
            .formatted(settings.companyId(), sites.get().size()),
        "");
    siteMap(sheet, path, sites.get());
    return true;
  }

  private void siteMap(Sheet sheet, String path, List<StaffSite> offered) {
    SiteMapping mapping = SiteMapping.of(configuredSites, settings.siteMap(), offered);
    for (Finding problem : mapping.problems()) {
      sheet.add(
          "site-map",
          path,
          CheckResult.FAILED,
          problem.text(),
          "Correct staff-site-id in lanyard.sites; the staff API shows its site ids.");
    }
    if (mapping.problems().isEmpty()) {
      sheet.add(
          "site-map",
          path,
          CheckResult.OK,
          configuredSites.isEmpty()
              ? "lanyard.sites lists none: every site is looked for under its own name."
              : "%d of %d configured sites have a counterpart."
                  .formatted(configuredSites.size(), configuredSites.size()),
          "");
    }
  }

  private static void list(Sheet sheet, String id, String path, Supplier<List<?>> list) {
    sheet
        .look(id, path, list)
        .ifPresent(
            rows ->
                sheet.add(
                    id,
                    path,
                    CheckResult.OK,
                    rows.size() + " of them can be read, to the last page.",
                    ""));
  }

  private String path(String list) {
    return settings.origin().base().encodedPath()
        + "companies/"
        + settings.companyId()
        + "/"
        + list
        + ".json";
  }

  /** What an examination writes down; a look that fails is a finding. */
  private static final class Sheet {

    private final List<Check> checks = new ArrayList<>();
    private final List<PageSeen> pages = new ArrayList<>();

    <T> Optional<T> look(String id, String path, Supplier<? extends T> look) {
      try {
        return Optional.of(look.get());
      } catch (StaffApiException e) {
        add(id, path, CheckResult.FAILED, e.getMessage(), remedy(e));
        return Optional.empty();
      }
    }

    private static String remedy(StaffApiException e) {
      return switch (e.kind()) {
        case CREDENTIALS_REJECTED -> "Correct STAFF_API_CLIENT_ID and STAFF_API_CLIENT_SECRET.";
        case LOGIN_NEEDED -> "Run ./lanyard staff login where the worker runs.";
        case RATE_LIMITED ->
            "Ask again in " + e.retryAfter().orElse(Duration.ZERO).toSeconds() + " s.";
        case OUTAGE, UNCONFIRMED_WRITE ->
            "Check STAFF_API_BASE_URL and the network, then ask again.";
        case CHANGED, REFUSED ->
            "Check STAFF_API_BASE_URL and STAFF_API_COMPANY_ID; compare with the vendor's page.";
      };
    }

    void add(String id, String path, CheckResult result, String finding, String remedy) {
      checks.add(new Check(id, path, result, finding, remedy));
    }

    ExaminedSystem examined(StaffApiSettings settings) {
      return new ExaminedSystem(
          ExaminedSystem.STAFF_API, settings.origin().base().toString(), checks, pages, List.of());
    }
  }
}
