package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/** What a look found: nobody, or one member as it stands now. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberSeen(Optional<StaffSnapshot> member) {

  public StaffMemberSeen {
    member = member == null ? Optional.empty() : member;
  }
}
