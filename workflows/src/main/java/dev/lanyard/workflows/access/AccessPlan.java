package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.StaffPlan;
import java.time.Instant;
import java.util.Optional;

/**
 * The exact writes of an onboarding. No PIN.
 *
 * @param effectiveAt when access may open: the start date's first instant in {@code zone}
 * @param zone the IANA zone of the wage site
 * @param digest keyed, over the access alone: labels and times do not change it, access does
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccessPlan(
    EmployeeNumber employeeNumber,
    BackofficePlan backoffice,
    Optional<StaffPlan> staffApi,
    Instant effectiveAt,
    String zone,
    String digest) {

  public AccessPlan {
    staffApi = staffApi == null ? Optional.empty() : staffApi;
  }
}
