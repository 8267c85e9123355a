package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.StoredProfile;
import dev.lanyard.workflows.hr.PosUserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Fields of an employee record in Backoffice: those that somebody wants, or those that a plan was
 * based on. Of a wish, what is absent is left as it is; of what a plan was based on, what is absent
 * was empty in the record if it is wanted, and was not looked at otherwise.
 *
 * @param phone compared by its digits; the empty text clears it, as in every optional text
 * @param email compared without regard to case
 * @param departments none means absent: the server takes no record without one
 * @param link the configured link field: our employee number
 * @param posUserId of a wish only: what a plan was based on stands in the request itself
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EmployeeFields(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> phone,
    Optional<String> email,
    Optional<LocalDate> startDate,
    List<DepartmentRef> departments,
    Optional<SiteGrant> sites,
    Optional<String> emergencyName,
    Optional<String> emergencyPhone,
    Optional<String> link,
    Optional<PosUserId> posUserId) {

  /** Nothing is meant. */
  public static final EmployeeFields NONE =
      new EmployeeFields(null, null, null, null, null, null, null, null, null, null, null);

  public EmployeeFields {
    firstName = firstName == null ? Optional.empty() : firstName;
    lastName = lastName == null ? Optional.empty() : lastName;
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    startDate = startDate == null ? Optional.empty() : startDate;
    departments = departments == null ? List.of() : List.copyOf(departments);
    sites = sites == null ? Optional.empty() : sites;
    emergencyName = emergencyName == null ? Optional.empty() : emergencyName;
    emergencyPhone = emergencyPhone == null ? Optional.empty() : emergencyPhone;
    link = link == null ? Optional.empty() : link;
    posUserId = posUserId == null ? Optional.empty() : posUserId;
  }

  /** What a plan wants of the record itself; a phone or e-mail that it lacks is cleared. */
  public static EmployeeFields of(BackofficePlan plan) {
    return new EmployeeFields(
        Optional.of(plan.firstName()),
        Optional.of(plan.lastName()),
        Optional.of(plan.phone().orElse("")),
        Optional.of(plan.email().orElse("")),
        Optional.of(plan.startDate()),
        plan.target().departments(),
        Optional.of(plan.target().sites()),
        plan.emergencyName(),
        plan.emergencyPhone(),
        Optional.empty(),
        Optional.empty());
  }

  /** Everything that a record had; its POS user ID stands in a request itself. */
  public static EmployeeFields of(EmployeeSnapshot snapshot) {
    StoredProfile profile = snapshot.profile();
    return new EmployeeFields(
        Optional.of(profile.firstName()),
        Optional.of(profile.lastName()),
        Optional.of(profile.phone()),
        Optional.of(profile.email()),
        profile.startDate(),
        snapshot.departments(),
        snapshot.sites(),
        profile.emergencyContactName(),
        profile.emergencyContactPhone(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same wish, and this POS user ID where there is one. */
  public EmployeeFields with(Optional<PosUserId> newPosUserId) {
    return new EmployeeFields(
        firstName,
        lastName,
        phone,
        email,
        startDate,
        departments,
        sites,
        emergencyName,
        emergencyPhone,
        link,
        newPosUserId);
  }

  @Override
  public String toString() {
    return "EmployeeFields[[redacted]]";
  }
}
