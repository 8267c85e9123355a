package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.AccessRequest;
import java.util.Optional;
import java.util.Set;

/** Whom nobody changes through Lanyard: the bot, the company's owner, the last administrator. */
public record ProtectedRecords(
    Set<Integer> posUserIds, Set<String> employeeNumbers, Set<Long> staffIds) {

  public static final ProtectedRecords NONE = new ProtectedRecords(Set.of(), Set.of(), Set.of());

  public ProtectedRecords {
    posUserIds = Set.copyOf(posUserIds);
    employeeNumbers = Set.copyOf(employeeNumbers);
    staffIds = Set.copyOf(staffIds);
  }

  /** Which entry it meets. */
  Optional<String> reason(AccessRequest request) {
    if (employeeNumbers.contains(request.employeeNumber().value())) {
      return Optional.of(listed("employee number " + request.employeeNumber()));
    }
    return request
        .posUserId()
        .filter(id -> posUserIds.contains(id.value()))
        .map(id -> listed("POS user ID " + id))
        .or(
            () ->
                request
                    .staffId()
                    .filter(staffIds::contains)
                    .map(id -> listed("staff member " + id)));
  }

  private static String listed(String record) {
    return record + " is on the policy's protected list: nothing about it is changed";
  }
}
