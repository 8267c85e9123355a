package dev.lanyard.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.staffapi.StaffPlan;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes as lines that can be compared: what a plan says, and what went over the wire. Written from
 * the protocol's sections, not from the product's forms.
 */
final class WriteLines {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");
  private static final Pattern SITE = Pattern.compile("employee\\[sites]\\[(\\d+)]\\[siteId]");
  private static final Pattern GRANT = Pattern.compile("permissions\\[(\\d+)]\\[hasGrantAccess]");
  private static final Pattern OVERRIDE =
      Pattern.compile("permissions\\[(\\d+)]\\[requiresOverride]");

  private WriteLines() {}

  /** Sections 7.2, 6.5 and 9.3, and the staff API's create. */
  static Set<String> of(AccessPlan plan) {
    BackofficePlan backoffice = plan.backoffice();
    Set<String> lines = new TreeSet<>();
    lines.add("insert employee[firstName]=" + backoffice.firstName());
    lines.add("insert employee[lastName]=" + backoffice.lastName());
    backoffice.phone().ifPresent(phone -> lines.add("insert employee[phone]=" + phone));
    backoffice.email().ifPresent(email -> lines.add("insert employee[email]=" + email));
    backoffice
        .emergencyName()
        .ifPresent(name -> lines.add("insert employee[emergencyContactName]=" + name));
    backoffice
        .emergencyPhone()
        .ifPresent(phone -> lines.add("insert employee[emergencyContactPhone]=" + phone));
    lines.add("insert employee[startDate]=" + DATE.format(backoffice.startDate()));
    lines.add("insert posCredential[POSLoginID]=" + backoffice.posUserId());
    lines.add("insert PIN");
    lines.add("insert wage[isHourly]=1");
    lines.add("insert wage[regularRate]=" + backoffice.wageRate().toPlainString());
    if (!backoffice.noOvertime()) {
      lines.add("insert wage[isOvertimeEligible]=1");
      lines.add("insert wage[overtimeRate]=" + backoffice.overtimeRate().toPlainString());
    }
    lines.add("insert wage[siteId]=" + backoffice.target().wageSite().id());
    for (DepartmentRef department : backoffice.target().departments()) {
      lines.add("insert employee[departments][]=" + department.id());
    }
    lines.add(
        "insert sites "
            + (backoffice.target().sites().all()
                ? "all"
                : ids(backoffice.target().sites().sites().stream().map(SiteRef::id).toList())));
    lines.add("grants " + ids(backoffice.target().template().grants()));
    lines.add("overrides " + ids(backoffice.target().template().overrides()));
    plan.staffApi().ifPresent(staff -> add(plan, staff, lines));
    return lines;
  }

  private static void add(AccessPlan plan, StaffPlan staff, Set<String> lines) {
    lines.add("staff first_name=" + staff.firstName());
    lines.add("staff last_name=" + staff.lastName());
    lines.add("staff primary_email_address=" + staff.email());
    staff.phone().ifPresent(phone -> lines.add("staff phone=" + phone));
    lines.add("staff code=" + plan.employeeNumber());
    lines.add("staff is_admin=false");
    lines.add("staff permissions=" + new TreeSet<>(staff.target().permissions()));
    lines.add(
        "staff sites="
            + new TreeSet<>(
                staff.target().sites().stream().map(StaffSite::id).map(String::valueOf).toList()));
  }

  /** What arrived. A write that no plan knows has a line that no plan has. */
  static Set<String> of(List<Recorded.Write> backoffice, List<Recorded.Write> staffApi) {
    Set<String> lines = new TreeSet<>();
    for (Recorded.Write write : backoffice) {
      switch (write.path()) {
        case "/employee/insert" -> insert(pairs(write.body()), lines);
        case "/employee/permissions/update" -> permissions(pairs(write.body()), lines);
        default -> lines.add("unplanned " + write.method() + " " + write.path());
      }
    }
    for (Recorded.Write write : staffApi) {
      boolean create = write.method().equals("POST") && write.path().endsWith("/staff.json");
      boolean update = write.method().equals("PUT") && write.path().matches(".*/staff/\\d+\\.json");
      if (create || update) {
        staff(write.body(), create, lines);
      } else {
        lines.add("unplanned " + write.method() + " " + write.path());
      }
    }
    return lines;
  }

  private static void insert(List<String[]> pairs, Set<String> lines) {
    List<Integer> sites = new ArrayList<>();
    boolean all = false;
    for (String[] pair : pairs) {
      Matcher site = SITE.matcher(pair[0]);
      if (site.matches()) {
        sites.add(Integer.valueOf(site.group(1)));
      } else if (pair[0].equals("employee[isAllRegionsAllowed]")) {
        all = true;
      } else if (pair[0].equals("posCredential[POSLoginPassword]")) {
        lines.add(pair[1].matches("[1-9]\\d{4}") ? "insert PIN" : "insert no PIN");
      } else if (!denies(pair[0]) && !pair[1].isEmpty()) {
        lines.add("insert " + pair[0] + "=" + pair[1]);
      }
    }
    lines.add("insert sites " + (all ? "all" : ids(sites)));
  }

  /** Section 6.5: these take away. */
  private static boolean denies(String name) {
    return name.equals("employee[disabledRegions][]")
        || name.equals("employee[disabledDistricts][]")
        || name.matches("employee\\[sites]\\[\\d+]\\[isAvailable]")
        // Of the wage block of somebody who is paid by the hour (11.2): says nothing.
        || name.equals("wage[ignoreSalarySchedule]");
  }

  private static void permissions(List<String[]> pairs, Set<String> lines) {
    List<Integer> grants = new ArrayList<>();
    List<Integer> overrides = new ArrayList<>();
    for (String[] pair : pairs) {
      Matcher grant = GRANT.matcher(pair[0]);
      Matcher override = OVERRIDE.matcher(pair[0]);
      if (grant.matches() && pair[1].equals("1")) {
        grants.add(Integer.valueOf(grant.group(1)));
      } else if (override.matches() && pair[1].equals("1")) {
        overrides.add(Integer.valueOf(override.group(1)));
      } else if (pair[0].equals("hasActionApprovalAuthority") && !pair[1].equals("0")) {
        lines.add("action approval authority");
      }
    }
    lines.add("grants " + ids(grants));
    lines.add("overrides " + ids(overrides));
  }

  private static void staff(String body, boolean create, Set<String> lines) {
    try {
      JsonNode json = JSON.readTree(body);
      json.properties()
          .forEach(
              field -> {
                if (field.getValue().isArray() && !field.getKey().equals("tags")) {
                  Set<String> values = new TreeSet<>();
                  field.getValue().forEach(value -> values.add(value.asText()));
                  lines.add("staff " + field.getKey() + "=" + values);
                } else if (!field.getKey().equals("tags")) {
                  lines.add("staff " + field.getKey() + "=" + field.getValue().asText());
                }
              });
      if (!json.has("sites")) {
        lines.add("staff sites left out: every site");
      }
      if (create && !json.has("permissions")) {
        lines.add("staff permissions left out: the defaults");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String[]> pairs(String form) {
    List<String[]> pairs = new ArrayList<>();
    for (String pair : form.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      pairs.add(
          new String[] {
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8)
          });
    }
    return pairs;
  }

  private static String ids(Collection<Integer> ids) {
    return new TreeSet<>(ids).toString();
  }
}
