package dev.lanyard.sandbox.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What must be unique in the tenant (section 14). The refusals' real texts were never captured. */
final class Uniqueness {
  private final Records records;
  private final UniqueSwitches switches;

  Uniqueness(Records records, UniqueSwitches switches) {
    this.records = records;
    this.switches = switches;
  }

  /**
   * @param self whose own values do not count; empty for a new employee
   */
  List<String> problems(Profile profile, Optional<Employee> self) {
    List<String> problems = new ArrayList<>();
    long own = self.map(Employee::id).orElse(0L);
    if (isPosUserIdTaken(profile.posUserId(), own)) {
      problems.add(switches.duplicatePosIdText());
    }
    if (isEmailTaken(profile.email(), own, 0)) {
      problems.add(switches.duplicateEmailText());
    }
    String phone = digits(profile.phone());
    if (switches.phoneUnique()
        && !phone.isEmpty()
        && another(own, other -> digits(other.profile().phone()).equals(phone))) {
      problems.add(switches.duplicatePhoneText());
    }
    if (switches.pinUnique() && another(own, other -> other.profile().pin() == profile.pin())) {
      problems.add(switches.duplicatePinText());
    }
    String adp = profile.adpEmployeeId();
    if (switches.adpIdUnique()
        && !adp.isEmpty()
        && another(own, other -> other.profile().adpEmployeeId().equals(adp))) {
      problems.add(switches.duplicateAdpIdText());
    }
    return problems;
  }

  /**
   * @param own whose own id does not count; 0 for none
   */
  boolean isPosUserIdTaken(long posUserId, long own) {
    return another(
        own,
        other ->
            other.profile().posUserId() == posUserId
                && (other.active() || switches.disabledPosIdReserved()));
  }

  private boolean another(long own, Predicate<Employee> which) {
    return records.employee(other -> other.id() != own && which.test(other)).isPresent();
  }

  private static String digits(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  /**
   * @param employee whose own e-mail, and whose linked user's, do not count; 0 for none
   * @param user whose own e-mail does not count; 0 for none
   */
  boolean isEmailTaken(String email, long employee, long user) {
    String wanted = email.trim().toLowerCase(Locale.ROOT);
    if (!switches.emailUnique() || wanted.isEmpty()) {
      return false;
    }
    return another(
            employee,
            other ->
                other.profile().email().equalsIgnoreCase(wanted)
                    && (other.active() || switches.disabledEmailReserved()))
        || records.users().stream()
            .anyMatch(
                other ->
                    other.id() != user
                        && (other.employeeId() == null || other.employeeId() != employee)
                        && (other.active() || switches.disabledEmailReserved())
                        && other.email().equalsIgnoreCase(wanted));
  }

  boolean isUsernameTaken(String username) {
    return records.users().stream()
        .anyMatch(
            other ->
                other.username().equalsIgnoreCase(username)
                    && (other.active() || switches.disabledUsernameReserved()));
  }
}
