package dev.lanyard.starter.fake;

import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.DepartmentListing;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.ListingQuestion;
import dev.lanyard.workflows.backoffice.reading.PermissionRef;
import dev.lanyard.workflows.backoffice.reading.PermissionState;
import dev.lanyard.workflows.backoffice.reading.PermissionState.TemplateMatch;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterEntry;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.backoffice.reading.SiteListing;
import dev.lanyard.workflows.backoffice.reading.SiteListing.SiteEntry;
import dev.lanyard.workflows.backoffice.reading.SiteListing.SiteGroup;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.backoffice.reading.StoredProfile.StoredField;
import dev.lanyard.workflows.backoffice.reading.TemplateListing;
import dev.lanyard.workflows.backoffice.reading.TemplateListing.TemplateEntry;
import dev.lanyard.workflows.backoffice.reading.WageHistory;
import dev.lanyard.workflows.backoffice.reading.WageHistory.WageEntry;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.reading.DepartmentWorkflow;
import dev.lanyard.workflows.reading.EmployeeWorkflow;
import dev.lanyard.workflows.reading.RosterWorkflow;
import dev.lanyard.workflows.reading.SiteWorkflow;
import dev.lanyard.workflows.reading.TemplateWorkflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tenant with one employee on page 1, who answers with the question where that can be seen. */
public final class ScriptedReading {

  /** Known by POS user ID and internal number; nobody else is. */
  public static final int KNOWN = 12345;

  public static final int KNOWN_ID = 413;

  /** A name that two people have. */
  public static final String SEVERAL = "Sam Doe";

  /** Names that nobody in the roster has. */
  private static final Set<String> NOBODY =
      Set.of("Nobody", ScriptedStaffList.ALONE, ScriptedStaffList.WITHOUT_CODE);

  private ScriptedReading() {}

  static Class<?>[] all() {
    return new Class<?>[] {
      Roster.class, Employee.class, Sites.class, Departments.class, Templates.class
    };
  }

  private static RosterEntry row(String access) {
    return new RosterEntry(
        KNOWN_ID,
        Integer.toString(KNOWN),
        "Jane \u001b[31m",
        "Doe-" + "x".repeat(60),
        true,
        List.of("W37135", "HARB", "MILL"),
        12,
        access,
        List.of("Greeter"),
        "6155551234",
        "Hourly");
  }

  private static RosterEntry named(String posUserId) {
    return new RosterEntry(
        KNOWN_ID,
        posUserId,
        "Sam",
        "Doe",
        true,
        List.of("W37135"),
        1,
        "None",
        List.of("Greeter"),
        "6155551234",
        "Hourly");
  }

  /** Its one employee's Access column repeats what was asked. */
  public static final class Roster implements RosterWorkflow {
    @Override
    public RosterAnswer list(RosterQuestion question) {
      if (question.personName().filter(SEVERAL::equals).isPresent()) {
        return new RosterAnswer(List.of(named("504"), named("505")), 1, false, List.of());
      }
      if (question.personName().filter(NOBODY::contains).isPresent()) {
        return new RosterAnswer(List.of(), 1, false, List.of("the bot is blind"));
      }
      String asked =
          question.personName().orElse("")
              + question.posUserId().map(PosUserId::toString).orElse("")
              + question.active().map(String::valueOf).orElse("both")
              + String.join("", question.siteNames())
              + (question.byLastName() ? "L" : "F")
              + (question.descending() ? "D" : "A");
      return new RosterAnswer(List.of(row(asked)), question.page(), question.page() < 3, List.of());
    }
  }

  public static final class Employee implements EmployeeWorkflow {
    @Override
    public EmployeeAnswer read(EmployeeQuestion question) {
      boolean known =
          question.posUserId().filter(id -> id.value() == KNOWN).isPresent()
              || question.employeeId().filter(id -> id == KNOWN_ID).isPresent();
      return known
          ? new EmployeeAnswer(Optional.of(jane()), "")
          : new EmployeeAnswer(Optional.empty(), "the bot is blind");
    }
  }

  private static EmployeeSnapshot jane() {
    PermissionRef clock = new PermissionRef(22, "Time Clock");
    return new EmployeeSnapshot(
        Instant.parse("2026-05-01T12:00:00Z"),
        KNOWN_ID,
        PosUserId.of(KNOWN),
        false,
        new StoredProfile(
            " Jane\u001b[31m",
            "Doe ",
            "(615) 555-1234",
            "jane.doe@example.com",
            Optional.of(LocalDate.of(2026, 5, 1)),
            Optional.of("Dana Example"),
            Optional.of("555-0100"),
            Optional.empty(),
            List.of(new StoredField("employee[shirt]", "L"))),
        Optional.of(new SiteGrant(false, List.of(new SiteRef(101, "Wash 37135")))),
        Optional.of(false),
        List.of(new DepartmentRef(3, "Greeter")),
        Optional.of(row("Custom")),
        Optional.of(
            new PermissionState(
                List.of(clock, new PermissionRef(25, "")),
                List.of(clock),
                true,
                "General User",
                List.of(
                    new TemplateMatch(3, "General User", true),
                    new TemplateMatch(9, "Clock Only", false)))),
        Optional.of(
            new WageHistory(
                List.of(
                    new WageEntry(
                        Optional.of(new BigDecimal("15.50")),
                        Optional.empty(),
                        true,
                        Optional.of(new BigDecimal("23.25")),
                        LocalDate.of(2026, 6, 1),
                        Optional.empty()),
                    new WageEntry(
                        Optional.empty(),
                        Optional.of("$900.00/week"),
                        false,
                        Optional.empty(),
                        LocalDate.of(2026, 5, 1),
                        Optional.of(LocalDate.of(2026, 6, 1)))),
                Optional.of(LocalDate.of(2026, 6, 2)),
                4)),
        List.of("linked web users"));
  }

  /** Two pages. */
  public static final class Sites implements SiteWorkflow {
    @Override
    public SiteListing list(ListingQuestion question) {
      SiteEntry site =
          new SiteEntry(
              100 + question.page(),
              "Wash 37135",
              "W37135",
              Optional.of(new SiteGroup(1, "East")),
              Optional.of(new SiteGroup(10, "")));
      return question.page() > 2
          ? new SiteListing(List.of(), false, question.page(), false, 2)
          : new SiteListing(List.of(site), false, question.page(), question.page() < 2, 2);
    }
  }

  public static final class Departments implements DepartmentWorkflow {
    @Override
    public DepartmentListing list(ListingQuestion question) {
      return new DepartmentListing(
          List.of(new DepartmentRef(1, "Cash\u202eier")), question.page(), false, 1);
    }
  }

  /** Page 2 is that of a tenant without employees. */
  public static final class Templates implements TemplateWorkflow {
    @Override
    public TemplateListing list(ListingQuestion question) {
      PermissionRef clock = new PermissionRef(22, "Time Clock");
      PermissionRef login = new PermissionRef(25, "Login");
      return question.page() == 2
          ? new TemplateListing(List.of(), 0, 2, false, 0, "the bot sees no employee")
          : new TemplateListing(
              List.of(
                  new TemplateEntry(1, "Manager", List.of(clock, login), List.of()),
                  new TemplateEntry(3, "General User", List.of(clock), List.of(clock))),
              2,
              1,
              false,
              2,
              "");
    }
  }
}
