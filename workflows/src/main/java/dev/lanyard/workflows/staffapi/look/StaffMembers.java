package dev.lanyard.workflows.staffapi.look;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Who was found: nobody, one, or several with the same e-mail address. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMembers(List<StaffMemberView> members) {

  public StaffMembers {
    members = members == null ? List.of() : List.copyOf(members);
  }
}
