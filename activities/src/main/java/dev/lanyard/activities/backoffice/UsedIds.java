package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.workflows.backoffice.reading.UsedPosUserIds;
import dev.lanyard.workflows.hr.PosUserIdRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** "list POS user IDs": every row counts, whoever it belongs to. */
final class UsedIds {

  /** A POS user ID has nine digits at most. */
  private static final int DIGITS = 9;

  private UsedIds() {}

  static UsedPosUserIds of(BackofficeClient client, PosUserIdRange range) {
    BitSet used =
        client.converse(
            EmployeeVerification::neverWrites,
            talk -> {
              BitSet seen = new BitSet();
              talk.wholeRoster(row -> note(row.posUserId().strip(), range, seen));
              return seen;
            });
    List<PosUserIdRange> spans = new ArrayList<>();
    for (int from = used.nextSetBit(0); from >= 0; ) {
      int after = used.nextClearBit(from);
      spans.add(new PosUserIdRange(range.from() + from, range.from() + after - 1));
      from = used.nextSetBit(after);
    }
    return new UsedPosUserIds(spans);
  }

  private static void note(String written, PosUserIdRange range, BitSet used) {
    if (!written.isEmpty()
        && written.length() <= DIGITS
        && written.chars().allMatch(c -> c >= '0' && c <= '9')
        && range.contains(Integer.parseInt(written))) {
      used.set(Integer.parseInt(written) - range.from());
    }
  }
}
