package dev.lanyard.worker;

import static dev.lanyard.worker.HiringWorld.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.attention.DecisionRecord;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.offboarding.OffboardingResult;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When access opens and closes at the sandbox: what it stores just before and just after. */
class DatesOnSandboxTest {

  private static final String RUN = WorkflowIds.onboarding(JANE, 1);
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  /** Clocks there are set forward at midnight, so that a day begins at one. */
  private static final ZoneId BEIRUT = ZoneId.of("Asia/Beirut");

  private static final String SITES =
      """
      lanyard.sites = [
        { name = "Wash 37135", staff-site-id = 921 }
        { name = "Harbor Wash", staff-site-id = 922, zone = "America/Los_Angeles" }
        { name = "Creek Wash", staff-site-id = 923, zone = "Asia/Beirut" }
      ]
      """;

  private SkippedDays days;

  @AfterEach
  void end() {
    days.close();
  }

  @Test
  void whatIsTakenTheAfternoonBeforeIsMendedBeforeTheFirstDay() throws Exception {
    days = new SkippedDays();
    LocalDate firstDay = days.today().plusDays(12);
    Instant opens = opens(firstDay, SkippedDays.ZONE);
    days.hire(JANE, SkippedDays.jane(firstDay));
    days.world.approve(RUN);
    waits(RUN);
    days.world.state.edit(402, Map.of("posUserId", 12345));
    List<JsonNode> before = days.everybody();
    days.skipTo(opens.minus(Duration.ofHours(9)).minusSeconds(60));
    assertThat(days.world.until(RUN, status -> true).awaiting()).isEmpty();

    days.skip(Duration.ofMinutes(2));
    OpenRequest parked = days.world.asked(RUN);
    assertThat(parked.detail().toString()).contains("POS user ID 12345 is taken by employee 402");
    assertThat(days.now()).isBefore(opens.minus(Duration.ofHours(8)));
    days.world.amend(RUN, Map.of("posUserId", 12346));
    days.world.approve(RUN, parked.id());
    waits(RUN);
    days.skipTo(opens.minusSeconds(60));
    assertThat(days.everybody()).isEqualTo(before);
    assertThat(days.writes()).isEmpty();

    days.skipTo(opens.plusSeconds(1));
    assertThat(days.world.told(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(days.active(12346)).isTrue();
    assertThat(days.employee(12345).path("id").asInt()).isEqualTo(402);
    assertThat(days.hasStaffAccess(JANE)).isTrue();
  }

  @Test
  void ofTenMovesOfOneDateTheLastOneCountsAndAPastOneAtOnce() throws Exception {
    days =
        new SkippedDays(
            "lanyard.approvals { people { maria { groups = [managers] } }",
            "  rules = [ { name = moves, when { kind = reschedule }, auto = true }",
            "            { name = rest, groups = [managers] } ] }");
    LocalDate firstDay = days.today().plusDays(40);
    days.hire(JANE, SkippedDays.jane(firstDay));
    days.world.approve(RUN);
    waits(RUN);
    // Later, sooner, later …: the sixth is the soonest, the last but one the latest.
    int[] moves = {50, 30, 60, 25, 70, 20, 33, 34, 80, 36};
    for (int ahead : moves) {
      days.world.amend(RUN, Map.of("startDate", days.today().plusDays(ahead).toString()));
    }
    List<DecisionRecord> listed = days.world.until(RUN, status -> true).decisions();
    assertThat(listed).filteredOn(one -> one.choice().equals("amend")).hasSize(moves.length);
    assertThat(listed).allMatch(DecisionRecord::accepted);
    LocalDate last = days.today().plusDays(36);
    days.skipTo(opens(last, SkippedDays.ZONE).minusSeconds(60));
    assertThat(days.writes()).isEmpty();
    assertThat(days.world.state.employees()).isEmpty();
    days.skipTo(opens(last, SkippedDays.ZONE).plusSeconds(1));
    assertThat(days.world.told(RUN, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(days.employee(12345).path("startDate").asText()).isEqualTo(last.toString());

    EmployeeNumber other = EmployeeNumber.of("hr-2");
    String second = WorkflowIds.onboarding(other, 1);
    days.hire(
        other,
        HiringWorld.jane(
            54321,
            "Sample",
            "jane.sample@example.com",
            "Wash 37135",
            "General User",
            "15",
            days.today().plusDays(300)));
    days.world.approve(second);
    waits(second);
    LocalDate past = days.today().minusDays(3);
    days.world.amend(second, Map.of("startDate", past.toString()));
    assertThat(days.world.told(other, second, OnboardingResult.class).outcome()).isEqualTo("done");
    assertThat(days.active(54321)).isTrue();
    assertThat(days.employee(54321).path("startDate").asText()).isEqualTo(past.toString());
  }

  @Test
  void eachSitesDayBeginsOnItsOwnClocksAlsoWhenTheseSkipMidnight() throws Exception {
    days = new SkippedDays(SITES);
    ZoneOffsetTransition forward = next(BEIRUT, ZoneOffsetTransition::isGap);
    LocalDate day = forward.getDateTimeBefore().toLocalDate();
    assertThat(forward.getDateTimeBefore()).isEqualTo(day.atStartOfDay());
    Map<String, Instant> opens =
        Map.of(
            "Wash 37135", opens(day, SkippedDays.ZONE),
            "Harbor Wash", opens(day, LOS_ANGELES),
            "Creek Wash", forward.getInstant());
    List<String> inOrder =
        opens.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Integer> ids =
        Map.of("Wash 37135", 12345, "Harbor Wash", 12346, "Creek Wash", 12347);
    for (String site : inOrder) {
      int id = ids.get(site);
      EmployeeNumber number = EmployeeNumber.of("hr-" + id);
      days.hire(
          number,
          HiringWorld.jane(
              id, "Doe", "jane" + id + "@example.com", site, "General User", "15.50", day));
      days.world.approve(WorkflowIds.onboarding(number, 1));
      waits(WorkflowIds.onboarding(number, 1));
    }

    Set<String> open = new TreeSet<>();
    for (String site : inOrder) {
      Instant moment = opens.get(site);
      days.skipTo(moment.minusSeconds(60));
      assertThat(days.world.state.employees(ids.get(site))).as(site).isEmpty();
      days.skipTo(moment.plusSeconds(1));
      EmployeeNumber number = EmployeeNumber.of("hr-" + ids.get(site));
      String run = WorkflowIds.onboarding(number, 1);
      assertThat(days.world.told(number, run, OnboardingResult.class).outcome()).isEqualTo("done");
      assertThat(days.step(run, "create employee").startedAt())
          .isBetween(moment, moment.plusSeconds(90));
      open.add(site);
      for (String each : inOrder) {
        assertThat(days.active(ids.get(each))).as(each).isEqualTo(open.contains(each));
      }
    }
  }

  @Test
  void anHourThatTheClocksSkipOrShowTwiceEndsAccessOnceAndAtItsFirstInstant() throws Exception {
    days = new SkippedDays();
    ZoneOffsetTransition gap = next(SkippedDays.ZONE, ZoneOffsetTransition::isGap);
    ZoneOffsetTransition overlap = next(SkippedDays.ZONE, ZoneOffsetTransition::isOverlap);
    // Half an hour into what is skipped, and into what is shown twice.
    Map<Integer, LocalDateTime> ends =
        Map.of(
            70003, gap.getDateTimeBefore().plusMinutes(30),
            70004, overlap.getDateTimeAfter().plusMinutes(30));
    Map<Integer, Instant> instants =
        Map.of(
            70003, gap.getInstant(),
            70004, overlap.getInstant().minus(Duration.ofMinutes(30)));
    ends.forEach((id, end) -> days.fire(leaver(id), lastWorked(id, end)));
    List<Integer> inOrder =
        instants.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    for (int id : inOrder) {
      Instant moment = instants.get(id);
      days.skipTo(moment.minusSeconds(60));
      assertThat(days.active(id)).as(id + " before " + moment).isTrue();
      days.skipTo(moment.plusSeconds(1));
      String run = WorkflowIds.offboarding(leaver(id), 1);
      assertThat(days.world.told(leaver(id), run, OffboardingResult.class).backoffice())
          .isEqualTo("disabled");
      assertThat(days.active(id)).isFalse();
      assertThat(days.step(run, "disable employee").startedAt())
          .isBetween(moment, moment.plusSeconds(60));
    }
  }

  @Test
  void manyEndsAtOneMidnightAreDrawnApartAndNoneComesLate() throws Exception {
    days = new SkippedDays(Map.of("LANYARD_SPREAD", "10m"));
    List<Integer> leavers =
        IntStream.rangeClosed(70002, 70012).filter(days::active).boxed().toList();
    assertThat(leavers).hasSizeGreaterThan(8);
    LocalDate lastDay = days.today().plusDays(30);
    Instant midnight = opens(lastDay.plusDays(1), SkippedDays.ZONE);
    for (int id : leavers) {
      days.fire(
          leaver(id),
          new Termination(
              Optional.of(PosUserId.of(id)), Optional.empty(), Optional.of(lastDay), false));
    }
    days.skipTo(midnight.minus(Duration.ofMinutes(11)));
    assertThat(leavers).allMatch(days::active);
    assertThat(days.writes()).isEmpty();
    days.skipTo(midnight.plusSeconds(1));

    Set<Long> minutes = new TreeSet<>();
    for (int id : leavers) {
      String run = WorkflowIds.offboarding(leaver(id), 1);
      assertThat(days.world.told(leaver(id), run, OffboardingResult.class).backoffice())
          .isEqualTo("disabled");
      Instant began = days.step(run, "disable employee").startedAt();
      assertThat(began).isBetween(midnight.minus(Duration.ofMinutes(10)), midnight.plusSeconds(5));
      minutes.add(Duration.between(began, midnight).toMinutes());
    }
    assertThat(leavers).noneMatch(days::active);
    assertThat(minutes).as("minutes before midnight").hasSizeGreaterThan(leavers.size() / 3);
  }

  private void waits(String run) {
    String stage =
        days.world.until(run, status -> status.stage().equals(Stages.WAITING_FOR_DATE)).stage();
    assertThat(stage).isEqualTo(Stages.WAITING_FOR_DATE);
  }

  private static EmployeeNumber leaver(int posUserId) {
    return EmployeeNumber.of("pos-" + posUserId);
  }

  private static Termination lastWorked(int posUserId, LocalDateTime at) {
    return new Termination(
        Optional.of(PosUserId.of(posUserId)),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.of(at),
        Optional.empty());
  }

  private static Instant opens(LocalDate firstDay, ZoneId zone) {
    return firstDay.atStartOfDay(zone).toInstant();
  }

  /** At least a week ahead. */
  private ZoneOffsetTransition next(ZoneId zone, Predicate<ZoneOffsetTransition> wanted) {
    ZoneOffsetTransition found =
        zone.getRules().nextTransition(days.now().plus(Duration.ofDays(7)));
    while (!wanted.test(found)) {
      found = zone.getRules().nextTransition(found.getInstant());
    }
    return found;
  }
}
