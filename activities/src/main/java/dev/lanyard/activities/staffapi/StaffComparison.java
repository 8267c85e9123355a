package dev.lanyard.activities.staffapi;

import dev.lanyard.workflows.staffapi.ChangeStaffMember;
import dev.lanyard.workflows.staffapi.PermissionCatalogue;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.StaffSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * A staff member as it stands against what a change wants and what it was planned on. Fields bear
 * the API's names; no value is ever told.
 */
record StaffComparison(List<Aspect> aspects) {

  /**
   * @param wanted whether it is as wanted, or, where nothing is wanted, as it was
   */
  private record Aspect(String field, boolean wanted, boolean asBefore) {}

  static StaffComparison of(StaffSnapshot now, ChangeStaffMember request) {
    StaffSnapshot before = request.before();
    StaffFields wanted = request.wanted();
    // Without a code nothing else says that the record is still the same person's.
    boolean anonymous = before.code().isEmpty();
    List<Aspect> all = new ArrayList<>();
    all.add(unchanged("code", now.code().equals(before.code())));
    if (anonymous || wanted.firstName().isPresent()) {
      all.add(
          compared(
              "first_name",
              now.firstName(),
              before.firstName(),
              wanted.firstName(),
              String::equals));
    }
    if (anonymous || wanted.lastName().isPresent()) {
      all.add(
          compared(
              "last_name", now.lastName(), before.lastName(), wanted.lastName(), String::equals));
    }
    if (anonymous || wanted.email().isPresent()) {
      all.add(
          compared(
              "primary_email_address",
              now.email().orElse(""),
              before.email().orElse(""),
              wanted.email(),
              String::equalsIgnoreCase));
    }
    if (wanted.phone().isPresent()) {
      all.add(
          compared(
              "phone",
              now.phone().orElse(""),
              before.phone().orElse(""),
              wanted.phone(),
              StaffComparison::sameNumber));
    }
    if (wanted.image().isPresent()) {
      all.add(
          compared(
              "image",
              now.image().orElse(""),
              before.image().orElse(""),
              wanted.image(),
              String::equals));
    }
    all.add(unchanged("is_admin", now.access().admin() == before.access().admin()));
    all.add(
        compared(
            "permissions",
            now.access().permissions(),
            before.access().permissions(),
            wanted.permissions(),
            StaffComparison::samePermissions));
    all.add(
        compared(
            "sites",
            now.access().siteIds(),
            before.access().siteIds(),
            wanted.siteIds(),
            StaffComparison::sameSites));
    return new StaffComparison(List.copyOf(all));
  }

  /** Exactly the access that the change is to end with. */
  static StaffAccess target(ChangeStaffMember request) {
    StaffAccess before = request.before().access();
    return new StaffAccess(
        before.staffId(),
        before.admin(),
        request.wanted().permissions().orElse(before.permissions()),
        request.wanted().siteIds().orElse(before.siteIds()));
  }

  private static <T> Aspect compared(
      String field, T now, T before, Optional<T> wanted, BiPredicate<T, T> same) {
    return new Aspect(field, same.test(now, wanted.orElse(before)), same.test(now, before));
  }

  private static Aspect unchanged(String field, boolean same) {
    return new Aspect(field, same, same);
  }

  /** A server may write a number its own way. */
  private static boolean sameNumber(String one, String other) {
    return one.replaceAll("[^0-9+]", "").equals(other.replaceAll("[^0-9+]", ""));
  }

  private static boolean samePermissions(List<String> one, List<String> other) {
    return PermissionCatalogue.effective(one).equals(PermissionCatalogue.effective(other));
  }

  private static boolean sameSites(List<Long> one, List<Long> other) {
    return new TreeSet<>(one).equals(new TreeSet<>(other));
  }

  /** The fields that are not as wanted; none when there is nothing to do. */
  List<String> open() {
    return aspects.stream().filter(one -> !one.wanted()).map(Aspect::field).toList();
  }

  /** The fields that somebody else changed: neither as wanted nor as the plan found them. */
  List<String> foreign() {
    return aspects.stream()
        .filter(one -> !one.wanted() && !one.asBefore())
        .map(Aspect::field)
        .toList();
  }
}
