package dev.lanyard.workflows.staffapi.look;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * Staff members in the order of their ids.
 *
 * @param site the one that was asked for, as the staff API calls it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffList(List<Row> members, Optional<String> site) {

  public StaffList {
    members = members == null ? List.of() : List.copyOf(members);
    site = site == null ? Optional.empty() : site;
  }

  /**
   * One of them.
   *
   * @param email the primary one
   * @param code ours is the employee number
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Row(
      long id,
      String firstName,
      String lastName,
      Optional<String> email,
      Optional<String> code,
      boolean admin) {

    public Row {
      email = email == null ? Optional.empty() : email;
      code = code == null ? Optional.empty() : code;
    }

    @Override
    public String toString() {
      return "Row[" + id + ", [redacted]]";
    }
  }
}
