package dev.lanyard.workflows.staffapi.look;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * Whom to list.
 *
 * @param site only those who may work at this site: its id, its name in the staff API, or the name
 *     of the Backoffice site that is mapped to it
 * @param adminsOnly only administrators
 * @param name only who is called this: a first name, a last name or both; with a final {@code *}
 *     what begins like it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffListQuestion(Optional<String> site, boolean adminsOnly, Optional<String> name) {

  public StaffListQuestion {
    site = site == null ? Optional.empty() : site;
    name = name == null ? Optional.empty() : name;
  }

  /** Whatever they are called. */
  public StaffListQuestion(Optional<String> site, boolean adminsOnly) {
    this(site, adminsOnly, Optional.empty());
  }

  /** Everybody of that name. */
  public static StaffListQuestion called(String name) {
    return new StaffListQuestion(Optional.empty(), false, Optional.of(name));
  }

  @Override
  public String toString() {
    return "StaffListQuestion[" + site + ", " + adminsOnly + ", [redacted]]";
  }
}
