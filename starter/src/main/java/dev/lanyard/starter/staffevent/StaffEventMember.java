package dev.lanyard.starter.staffevent;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The staff member that an event carries, as far as anybody here asks for it.
 *
 * @param permissions codes; empty for an administrator, of whom the API lists none
 * @param code ours is the employee number
 */
public record StaffEventMember(
    long id,
    String firstName,
    String lastName,
    Optional<String> email,
    boolean admin,
    List<String> permissions,
    List<String> tags,
    Optional<String> code,
    OffsetDateTime updatedAt) {

  public StaffEventMember {
    permissions = List.copyOf(permissions);
    tags = List.copyOf(tags);
  }

  /**
   * Whether a subscription with this filter is told of the member; an empty filter lets all pass.
   */
  public boolean passes(Collection<String> tagsFilter) {
    return tagsFilter.isEmpty() || tags.stream().anyMatch(tagsFilter::contains);
  }

  @Override
  public String toString() {
    return "StaffEventMember[" + id + ", [redacted]]";
  }
}
