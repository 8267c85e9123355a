package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.AccessRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When a rule is the one. Every condition that is present must hold; a fact that a request does not
 * state meets no condition about it.
 *
 * @param kinds a termination is met only by a rule that names it here
 * @param sites one of these is asked for; all sites is every one of them
 * @param onlySites no other site than these is asked for, and not all sites
 * @param departments one of these
 * @param onlyDepartments no other than these
 * @param wageAbove US dollars an hour, itself not included
 * @param wageBelow the same
 * @param leadDaysBelow fewer days than this lie between today and the day that it takes effect
 * @param requesterGroups who asks is a member of one of these
 * @param requesterAtSite every site that is asked for is one of the requester's own
 */
public record Conditions(
    Optional<Set<String>> kinds,
    Optional<Set<String>> templates,
    Optional<Set<String>> roles,
    Optional<Set<String>> sites,
    Optional<Set<String>> onlySites,
    Optional<Boolean> allSites,
    Optional<Set<String>> departments,
    Optional<Set<String>> onlyDepartments,
    Optional<BigDecimal> wageAbove,
    Optional<BigDecimal> wageBelow,
    Optional<Boolean> minor,
    Optional<Long> leadDaysBelow,
    Optional<Set<String>> requesterGroups,
    Optional<Boolean> requesterAtSite) {

  /** Fits everything but a termination. */
  public static final Conditions NONE =
      new Conditions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Empty when it fits; else why it does not, for people. */
  Optional<String> objection(AccessRequest request, Map<String, Approver> people, LocalDate today) {
    if (kinds.isEmpty() && request.kind().equals(AccessRequest.TERMINATE)) {
      return Optional.of("it does not name the kind terminate");
    }
    Optional<Approver> requester =
        request.requester().map(ApprovalPolicy::spelled).map(people::get);
    return List.of(
            unless(kinds, set -> set.contains(request.kind()), "kind is " + request.kind()),
            unless(
                templates,
                set -> request.template().filter(set::contains).isPresent(),
                "template is " + request.template().orElse("not known")),
            unless(
                roles,
                set -> request.role().filter(set::contains).isPresent(),
                "role is " + request.role().orElse("not known")),
            unless(
                sites,
                set -> request.allSites() || request.sites().stream().anyMatch(set::contains),
                "none of its sites is asked for"),
            unless(
                onlySites,
                set -> within(request, set),
                request.allSites() ? "all sites are asked for" : "other sites are asked for"),
            unless(
                allSites,
                wanted -> wanted == request.allSites(),
                request.allSites() ? "all sites are asked for" : "not all sites are asked for"),
            unless(
                departments,
                set -> request.departments().stream().anyMatch(set::contains),
                "none of its departments is asked for"),
            unless(
                onlyDepartments,
                set -> !request.departments().isEmpty() && set.containsAll(request.departments()),
                "other departments are asked for"),
            unless(
                wageAbove,
                limit -> request.wageRate().filter(w -> w.compareTo(limit) > 0).isPresent(),
                "the wage is not above"),
            unless(
                wageBelow,
                limit -> request.wageRate().filter(w -> w.compareTo(limit) < 0).isPresent(),
                "the wage is not below"),
            unless(
                minor,
                wanted -> request.minor().filter(wanted::equals).isPresent(),
                request.minor().map(m -> m ? "a minor" : "no minor").orElse("age is not known")),
            unless(
                leadDaysBelow,
                days ->
                    request
                        .startsOn()
                        .filter(day -> ChronoUnit.DAYS.between(today, day) < days)
                        .isPresent(),
                "there is more time"),
            unless(
                requesterGroups,
                set ->
                    requester
                        .filter(who -> who.groups().stream().anyMatch(set::contains))
                        .isPresent(),
                "the requester is in none of its groups"),
            unless(
                requesterAtSite,
                wanted ->
                    wanted == requester.filter(who -> within(request, who.sites())).isPresent(),
                "it is not the requester's own site"))
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean within(AccessRequest request, Set<String> sites) {
    return !request.allSites() && !request.sites().isEmpty() && sites.containsAll(request.sites());
  }

  private static <T> Optional<String> unless(
      Optional<T> condition, Predicate<T> holds, String otherwise) {
    return condition.filter(holds.negate()).map(failed -> otherwise);
  }
}
