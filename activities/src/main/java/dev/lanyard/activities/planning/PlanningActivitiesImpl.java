package dev.lanyard.activities.planning;

import dev.lanyard.secrets.KeyedDigest;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.ComposePlan;
import dev.lanyard.workflows.access.EffectiveDate;
import dev.lanyard.workflows.access.EffectiveMoment;
import dev.lanyard.workflows.access.PlanningActivities;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.staffapi.StaffPlan;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans, from the worker's settings, its digest key and its time-zone data. */
public final class PlanningActivitiesImpl implements PlanningActivities {

  /** What Backoffice's own form proposes (section 7.2). */
  private static final BigDecimal OVERTIME_FACTOR = new BigDecimal("1.5");

  /** Of somebody who is not eligible for overtime. */
  private static final BigDecimal NO_RATE = new BigDecimal("0.00");

  private final PlanningSettings settings;
  private final KeyedDigest digest;

  /**
   * @param digest over the access of a plan
   */
  public PlanningActivitiesImpl(PlanningSettings settings, KeyedDigest digest) {
    this.settings = settings;
    this.digest = digest;
  }

  @Override
  public ProcessPolicy readPolicy() {
    return settings.policy();
  }

  /** A wage that is no amount of cents, or an account without e-mail, is {@code INPUT_REFUSED}. */
  @Override
  public AccessPlan compose(ComposePlan request) {
    refuseUnlessWritable(request);
    Hire hire = request.hire();
    BackofficePlan backoffice = backoffice(request);
    Optional<StaffPlan> staff =
        request
            .staffApi()
            .map(
                target ->
                    new StaffPlan(
                        hire.firstName(),
                        hire.lastName(),
                        hire.email().orElseThrow(),
                        hire.phone(),
                        target));
    ZoneId zone = settings.zoneOf(request.backoffice().wageSite().name());
    return new AccessPlan(
        request.employeeNumber(),
        backoffice,
        staff,
        hire.startDate().atStartOfDay(zone).toInstant().plus(apart(request.employeeNumber())),
        zone.getId(),
        digest.of(AccessText.of(request.employeeNumber(), backoffice, staff)));
  }

  @Override
  public EffectiveMoment resolve(EffectiveDate date) {
    LocalDateTime local = date.endsAt().orElseGet(() -> date.lastDay().plusDays(1).atStartOfDay());
    Stream<ZoneId> zones =
        date.siteNames().isEmpty()
            ? Stream.of(settings.defaultZone())
            : date.siteNames().stream().map(settings::zoneOf);
    EffectiveMoment exact =
        zones
            .map(zone -> new EffectiveMoment(firstInstant(local, zone), zone.getId()))
            .min(Comparator.comparing(EffectiveMoment::at).thenComparing(EffectiveMoment::zone))
            .orElseThrow();
    Duration apart = date.spreadFor().map(this::apart).orElse(Duration.ZERO);
    return new EffectiveMoment(
        date.start() ? exact.at().plus(apart) : exact.at().minus(apart), exact.zone());
  }

  /** What the clocks skip is the instant of the skip; what they show twice is the first of them. */
  private static Instant firstInstant(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(local);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** By whole seconds, zero to the policy's spread; the same for the same person for ever. */
  private Duration apart(EmployeeNumber employeeNumber) {
    long seconds = settings.policy().spread().toSeconds();
    // Neighbouring numbers have neighbouring hash codes; the odd factor draws them apart.
    long mixed = employeeNumber.value().hashCode() * 0x9E3779B97F4A7C15L;
    return Duration.ofSeconds(Math.floorMod(mixed >>> 16, seconds + 1));
  }

  private static BackofficePlan backoffice(ComposePlan request) {
    Hire hire = request.hire();
    BigDecimal rate = hire.wageRate().setScale(2, RoundingMode.UNNECESSARY);
    return new BackofficePlan(
        hire.posUserId(),
        hire.firstName(),
        hire.lastName(),
        hire.phone(),
        hire.email(),
        hire.startDate(),
        rate,
        hire.noOvertime() ? NO_RATE : overtimeRate(hire, rate),
        request.backoffice(),
        hire.emergencyName(),
        hire.emergencyPhone(),
        hire.noOvertime());
  }

  private static BigDecimal overtimeRate(Hire hire, BigDecimal rate) {
    return hire.overtimeRate()
        .map(given -> given.setScale(2, RoundingMode.UNNECESSARY))
        .orElseGet(() -> rate.multiply(OVERTIME_FACTOR).setScale(2, RoundingMode.HALF_EVEN));
  }

  private static void refuseUnlessWritable(ComposePlan request) {
    List<InputProblem> problems = new ArrayList<>();
    HireRules.wageRate(request.hire().wageRate()).ifPresent(problems::add);
    HireRules.overtime(request.hire()).ifPresent(problems::add);
    if (request.staffApi().isPresent() && request.hire().email().isEmpty()) {
      problems.add(new InputProblem("email", "is missing; a staff account needs one"));
    }
    if (!problems.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure(
          problems.stream()
              .map(problem -> problem.field() + " " + problem.message())
              .collect(Collectors.joining("; ")),
          FailureTypes.INPUT_REFUSED);
    }
  }
}
