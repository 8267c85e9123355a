package dev.lanyard.workflows.reservation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.reading.UsedPosUserIds;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.PosUserIdRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which runs have reserved which POS user IDs. Pure.
 *
 * @param reservations one a holder, the oldest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReservedIds(List<Reservation> reservations) {

  public ReservedIds {
    reservations = reservations == null ? List.of() : List.copyOf(reservations);
  }

  /**
   * What the holder would get: what it has already where that still fits, else the lowest free one.
   */
  public Optional<PosUserId> free(ReserveId request) {
    Optional<PosUserId> own =
        reservations.stream()
            .filter(one -> one.holder().equals(request.holder()))
            .map(Reservation::posUserId)
            .filter(id -> request.range().contains(id.value()))
            .filter(id -> spanOf(id.value(), request.used()).isEmpty())
            .findFirst();
    return own.or(
        () ->
            lowest(
                    request.range(),
                    request.used(),
                    others(request.holder())
                        .map(one -> one.posUserId().value())
                        .collect(Collectors.toSet()))
                .map(PosUserId::of));
  }

  private static Optional<Integer> lowest(
      PosUserIdRange range, UsedPosUserIds used, Set<Integer> held) {
    int next = range.from();
    while (next <= range.to()) {
      Optional<PosUserIdRange> span = spanOf(next, used);
      if (span.isEmpty() && !held.contains(next)) {
        return Optional.of(next);
      }
      next = span.map(PosUserIdRange::to).orElse(next) + 1;
    }
    return Optional.empty();
  }

  private static Optional<PosUserIdRange> spanOf(int id, UsedPosUserIds used) {
    return used.spans().stream().filter(span -> span.contains(id)).findFirst();
  }

  private Stream<Reservation> others(String holder) {
    return reservations.stream().filter(one -> !one.holder().equals(holder));
  }

  /** The same, where the holder has this one and no other. */
  ReservedIds with(String holder, PosUserId id) {
    return new ReservedIds(
        Stream.concat(others(holder), Stream.of(new Reservation(holder, id))).toList());
  }

  ReservedIds without(String holder) {
    return new ReservedIds(others(holder).toList());
  }
}
