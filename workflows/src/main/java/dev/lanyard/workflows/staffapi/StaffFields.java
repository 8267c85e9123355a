package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * Fields of a staff member that somebody wants; what is absent stays as it is.
 *
 * @param phone compared by its digits; the empty text clears it
 * @param email the primary one, compared without regard to case
 * @param image https address of the avatar; the empty text clears it
 * @param siteIds present and empty: no site. There is no way to want every site
 * @param permissions codes; present and empty: none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffFields(
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> image,
    Optional<List<Long>> siteIds,
    Optional<List<String>> permissions) {

  /** Nothing is wanted. */
  public static final StaffFields NONE = new StaffFields(null, null, null, null, null, null, null);

  public StaffFields {
    firstName = firstName == null ? Optional.empty() : firstName;
    lastName = lastName == null ? Optional.empty() : lastName;
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    image = image == null ? Optional.empty() : image;
    siteIds = siteIds == null ? Optional.empty() : siteIds.map(List::copyOf);
    permissions = permissions == null ? Optional.empty() : permissions.map(List::copyOf);
  }

  /** Everything that a plan says; a phone that it lacks is cleared. */
  public static StaffFields of(StaffPlan plan) {
    return new StaffFields(
        Optional.of(plan.firstName()),
        Optional.of(plan.lastName()),
        Optional.of(plan.phone().orElse("")),
        Optional.of(plan.email()),
        Optional.empty(),
        Optional.of(plan.target().sites().stream().map(StaffSite::id).sorted().toList()),
        Optional.of(plan.target().permissions()));
  }

  /** Access alone: where somebody may work, what they may do there, or both. */
  public static StaffFields access(
      Optional<List<Long>> siteIds, Optional<List<String>> permissions) {
    return new StaffFields(null, null, null, null, null, siteIds, permissions);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  @Override
  public String toString() {
    return "StaffFields[[redacted], " + siteIds + ", " + permissions + "]";
  }
}
