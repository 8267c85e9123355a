package dev.lanyard.workflows.reservation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.reading.UsedPosUserIds;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.PosUserIdRange;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which runs have reserved which POS user IDs. Pure.
 *
 * @param byHolder by the workflow id of the run, oldest reservation first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReservedIds(Map<String, Integer> byHolder) {

  public ReservedIds {
    byHolder = byHolder == null ? new LinkedHashMap<>() : new LinkedHashMap<>(byHolder);
  }

  /**
   * What the holder would get: what it has already where that still fits, else the lowest free one.
   */
  public Optional<PosUserId> free(ReserveId request) {
    Integer own = byHolder.get(request.holder());
    if (own != null
        && request.range().contains(own)
        && request.used().spans().stream().noneMatch(span -> span.contains(own))) {
      return Optional.of(PosUserId.of(own));
    }
    Collection<Integer> held =
        byHolder.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(request.holder()))
            .map(Map.Entry::getValue)
            .toList();
    return lowest(request.range(), request.used(), new HashSet<>(held)).map(PosUserId::of);
  }

  private static Optional<Integer> lowest(
      PosUserIdRange range, UsedPosUserIds used, Set<Integer> held) {
    int next = range.from();
    while (next <= range.to()) {
      int candidate = next;
      Optional<PosUserIdRange> span =
          used.spans().stream().filter(one -> one.contains(candidate)).findFirst();
      if (span.isEmpty() && !held.contains(candidate)) {
        return Optional.of(candidate);
      }
      next = span.map(PosUserIdRange::to).orElse(candidate) + 1;
    }
    return Optional.empty();
  }

  /** The same, where the holder has this one and no other. */
  ReservedIds with(String holder, PosUserId id) {
    ReservedIds other = without(holder);
    other.byHolder.put(holder, id.value());
    return other;
  }

  ReservedIds without(String holder) {
    ReservedIds other = new ReservedIds(byHolder);
    other.byHolder.remove(holder);
    return other;
  }
}
