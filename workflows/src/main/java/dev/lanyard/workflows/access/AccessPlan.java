package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.StaffPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The exact writes of an onboarding. No PIN.
 *
 * @param effectiveAt when access may open: the start date's first instant in {@code zone}
 * @param zone the IANA zone of the wage site
 * @param digest keyed, over the access alone: labels and times do not change it, access does
 * @param notes where the access comes from, for the approver; labels, and no part of the digest
 * @param begun what this hire has written already; no part of the digest
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AccessPlan(
    EmployeeNumber employeeNumber,
    BackofficePlan backoffice,
    Optional<StaffPlan> staffApi,
    Instant effectiveAt,
    String zone,
    String digest,
    List<String> notes,
    BegunGrant begun) {

  public AccessPlan {
    staffApi = staffApi == null ? Optional.empty() : staffApi;
    notes = notes == null ? List.of() : List.copyOf(notes);
    begun = begun == null ? BegunGrant.NONE : begun;
  }

  /** Of a hire that spells its access out. */
  public AccessPlan(
      EmployeeNumber employeeNumber,
      BackofficePlan backoffice,
      Optional<StaffPlan> staffApi,
      Instant effectiveAt,
      String zone,
      String digest) {
    this(
        employeeNumber,
        backoffice,
        staffApi,
        effectiveAt,
        zone,
        digest,
        List.of(),
        BegunGrant.NONE);
  }

  /** The same plan, with where it comes from. */
  public AccessPlan withNotes(List<String> others) {
    return new AccessPlan(
        employeeNumber, backoffice, staffApi, effectiveAt, zone, digest, others, begun);
  }

  /** The same plan, of a hire that has written something already. */
  public AccessPlan after(BegunGrant written) {
    return new AccessPlan(
        employeeNumber, backoffice, staffApi, effectiveAt, zone, digest, notes, written);
  }
}
