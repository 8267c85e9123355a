package dev.lanyard.activities.rules;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import dev.lanyard.workflows.backoffice.SiteRef;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.PermissionState;
import dev.lanyard.workflows.backoffice.reading.WageHistory.WageEntry;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.SiteChoice;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The access of the one whom a hire is to be like, as far as it can be copied: by names that the
 * pre-flight check resolves anew. What cannot be copied is a problem when it is asked for; an
 * approximation would be access that nobody meant.
 */
record ModelAccess(PosUserId posUserId, Optional<EmployeeSnapshot> found) {

  private static final String FIELD = "like";

  boolean usable() {
    return found.filter(EmployeeSnapshot::active).isPresent();
  }

  /** Why there is nothing to copy at all. */
  List<Finding> unusable() {
    if (found.isEmpty()) {
      return List.of(
          new Finding(
              "MODEL_NOT_FOUND",
              FIELD,
              "Backoffice shows nobody with POS user ID " + posUserId + "; name another model."));
    }
    return found.get().active()
        ? List.of()
        : List.of(
            new Finding(
                "MODEL_INACTIVE",
                FIELD,
                who() + " is disabled: what is shown there is not access; name another model."));
  }

  /** For the approver. */
  Optional<String> note() {
    return found.map(
        snapshot ->
            "Like POS user ID "
                + posUserId
                + " (employee "
                + snapshot.employeeId()
                + "), as read on "
                + snapshot.readAt().truncatedTo(ChronoUnit.SECONDS));
  }

  Optional<SiteChoice> sites(List<Finding> problems) {
    if (!usable()) {
      return Optional.empty();
    }
    EmployeeSnapshot snapshot = found.get();
    if (snapshot.sites().isEmpty()
        || snapshot.rosterShowsSameSites().filter(same -> !same).isPresent()) {
      problems.add(
          new Finding(
              "MODEL_SITES_HIDDEN",
              "sites",
              who()
                  + " has sites that the bot does not see, or whose boxes do not say what they mean;"
                  + " name the sites with --site."));
      return Optional.empty();
    }
    if (snapshot.sites().get().all()) {
      return Optional.of(SiteChoice.everySite());
    }
    List<String> names = snapshot.sites().get().sites().stream().map(SiteRef::name).toList();
    if (names.isEmpty()) {
      problems.add(
          new Finding(
              "MODEL_SITES_HIDDEN", "sites", who() + " has no site; name them with --site."));
      return Optional.empty();
    }
    return Optional.of(SiteChoice.of(names));
  }

  Optional<String> template(List<Finding> problems) {
    if (!usable()) {
      return Optional.empty();
    }
    Optional<PermissionState> state = found.get().permissions();
    Optional<String> same =
        state
            .filter(known -> !known.actionApprovalAuthority())
            .flatMap(
                known ->
                    known.sameGrants().stream()
                        .filter(match -> match.sameOverrides())
                        .map(match -> match.name())
                        // Of several, the one that the roster names.
                        .min(
                            java.util.Comparator.comparing(
                                name -> !name.equals(known.template()))));
    if (same.isEmpty()) {
      problems.add(
          new Finding(
              "MODEL_PERMISSIONS_CUSTOM",
              "permissionTemplate",
              who()
                  + state
                      .map(
                          known ->
                              known.actionApprovalAuthority()
                                  ? " has action approval authority, which no template gives"
                                  : " has permissions (" + known.template() + ") of no template")
                      .orElse(" has permissions that Backoffice does not show")
                  + "; name a template with --permission."));
    }
    return same;
  }

  /** A model without a department gives none: then the rule for hires without one counts. */
  Optional<List<String>> departments(List<Finding> problems) {
    return usable()
        ? Optional.of(found.get().departments().stream().map(DepartmentRef::name).toList())
        : Optional.empty();
  }

  Optional<BigDecimal> wageRate(List<Finding> problems) {
    if (!usable()) {
      return Optional.empty();
    }
    Optional<BigDecimal> rate =
        found
            .get()
            .wages()
            .flatMap(history -> history.entries().stream().findFirst())
            .flatMap(WageEntry::hourlyRate);
    if (rate.isEmpty()) {
      problems.add(
          new Finding(
              "MODEL_WAGE_UNKNOWN",
              "wageRate",
              who() + " has no hourly wage that Backoffice shows; give --wage-rate."));
    }
    return rate;
  }

  Optional<String> email() {
    return found
        .filter(EmployeeSnapshot::active)
        .map(snapshot -> snapshot.profile().email().strip())
        .filter(email -> !email.isEmpty());
  }

  private String who() {
    return "POS user ID "
        + posUserId
        + found.map(snapshot -> " (employee " + snapshot.employeeId() + ")").orElse("");
  }
}
