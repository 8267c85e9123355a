package dev.lanyard.starter.staffevent;

import java.time.OffsetDateTime;

/**
 * What a webhook of the staff API tells. Deliveries may come twice, late and in any order, and
 * carry no time of their own: whoever acts on one keeps to a member's id and {@link #updatedAt}.
 */
public sealed interface StaffEvent {

  /** As it is after what happened; of a deleted one, as it was. */
  StaffEventMember member();

  /** When the member was last changed. */
  default OffsetDateTime updatedAt() {
    return member().updatedAt();
  }

  /** {@code staff/created}. */
  record Created(StaffEventMember member) implements StaffEvent {}

  /** {@code staff/updated}, the one topic whose subscription may filter by tags. */
  record Updated(StaffEventMember member) implements StaffEvent {}

  /** {@code staff/deleted}. */
  record Deleted(StaffEventMember member) implements StaffEvent {}
}
