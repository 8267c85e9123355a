package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Fixtures.CASHIER;
import static dev.lanyard.activities.staffapi.Fixtures.EMAIL;
import static dev.lanyard.activities.staffapi.Fixtures.JANE;
import static dev.lanyard.activities.staffapi.Fixtures.PLAN;
import static dev.lanyard.activities.staffapi.Fixtures.assertFinal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.staffapi.CreateStaffMember;
import dev.lanyard.workflows.staffapi.ExpectedStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffMemberCreated;
import dev.lanyard.workflows.staffapi.StaffMemberRevoked;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A create that was given up and came after all. */
class StaffDoublesTest {

  private final FakeAttempt attempt = new FakeAttempt();
  private FakeStaffApi api;
  private StaffApiActivitiesImpl activities;

  @BeforeEach
  void start() throws IOException {
    api = new FakeStaffApi();
    activities =
        new StaffApiActivitiesImpl(
            StaffApi.connect(
                Fixtures.settings(api.url(), new StaffApiCredentials("client", "secret"), 5678),
                RequestLimit.NONE),
            attempt,
            () -> Fixtures.RUN);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void verificationDeletesTheDoubleThatThisRunMade() {
    made(454, Fixtures.RUN);
    made(455, Fixtures.RUN);

    assertThat(activities.verify(expected()).removedDoubles()).containsExactly(455L);
    assertThat(activities.verify(expected()).removedDoubles()).isEmpty();
    assertThat(api.writes).containsExactly("DELETE staff/455.json");
  }

  @Test
  void doubleWithoutThisRunsTagIsForAHuman() {
    made(454, Fixtures.RUN);
    made(455, Fixtures.RUN);
    made(456, "lanyard-fedcba9876543210");

    assertThat(
            assertFinal(FailureTypes.NOT_OURS, () -> activities.verify(expected()))
                .getOriginalMessage())
        .contains("454, 455, 456", "staff member 456");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void othersWithTheSameAddressAreNoDoubles() {
    made(454, Fixtures.RUN);
    made(455, Fixtures.RUN).put("code", "hr-7");

    assertThat(activities.verify(expected()).removedDoubles()).isEmpty();
    assertThat(api.writes).isEmpty();
  }

  @Test
  void createThatFindsTwoOfItsOwnKeepsTheOlder() {
    made(454, Fixtures.RUN);
    made(455, Fixtures.RUN);
    attempt.number = 3;

    assertThat(activities.createStaffMember(new CreateStaffMember(JANE, PLAN)))
        .isEqualTo(new StaffMemberCreated(454, true));
    assertThat(api.writes).containsExactly("DELETE staff/455.json");
  }

  @Test
  void lateOneThatComesRightAfterTheRepeatIsDeletedAtOnce() {
    attempt.number = 2;
    api.afterCreate = () -> made(455, Fixtures.RUN);

    assertThat(activities.createStaffMember(new CreateStaffMember(JANE, PLAN)))
        .isEqualTo(new StaffMemberCreated(454, false));
    assertThat(api.writes).hasSize(2).last().isEqualTo("DELETE staff/455.json");
  }

  @Test
  void whatThisRunMadeWiderIsTakenBackByTheAttemptThatAdoptsIt() {
    made(454, Fixtures.RUN);
    api.sitesOf.put(454L, new TreeSet<>(Set.of(921L, 922L, 923L)));
    attempt.number = 2;

    assertFinal(
        FailureTypes.NOT_APPLIED,
        () -> activities.createStaffMember(new CreateStaffMember(JANE, PLAN)));
    assertThat(api.writes)
        .containsExactly("PUT staff/454.json {\"is_admin\":false,\"permissions\":[],\"sites\":[]}");
  }

  @Test
  void undoingTakesTheAccessOfEveryMemberWithTheCode() {
    made(454, Fixtures.RUN);
    made(455, Fixtures.RUN);
    made(456, "lanyard-fedcba9876543210");
    made(457, Fixtures.RUN).put("code", "hr-7");

    assertThat(activities.revokeStaffMember(undo(Optional.of(455L))))
        .isEqualTo(
            new StaffMemberRevoked(
                Optional.of(455L),
                true,
                Optional.of(new StaffAccess(455, false, CASHIER, List.of(921L, 922L)))));
    assertThat(activities.revokeStaffMember(undo(Optional.of(455L))).written()).isFalse();
    assertThat(api.writes).containsExactly(revocation(455), revocation(454), revocation(456));
    assertThat(api.sitesOf.get(457L)).containsExactly(921L, 922L);
  }

  @Test
  void undoingWithoutAKnownIdWaitsForALateMemberAndTakesBoth() {
    attempt.whileSettling =
        () -> {
          made(454, Fixtures.RUN);
          made(455, Fixtures.RUN);
        };

    assertThat(activities.revokeStaffMember(undo(Optional.empty())).staffId()).contains(454L);
    assertThat(attempt.settled).hasSize(1);
    assertThat(api.writes).containsExactly(revocation(454), revocation(455));
  }

  @Test
  void undoingThatDoesNotTakeIsNotAppliedAfterAllWereTried() {
    made(454, Fixtures.RUN);
    made(455, Fixtures.RUN);
    api.withoutEffect = true;

    assertFinal(
        FailureTypes.NOT_APPLIED, () -> activities.revokeStaffMember(undo(Optional.of(454L))));
    assertThat(api.writes).containsExactly(revocation(454), revocation(455));
  }

  private static RevokeStaffMember undo(Optional<Long> staffId) {
    return new RevokeStaffMember(JANE, staffId, staffId.isEmpty(), true);
  }

  private static String revocation(long id) {
    return "PUT staff/" + id + ".json {\"is_admin\":false,\"permissions\":[],\"sites\":[]}";
  }

  @Test
  void tagSaysWhichRunAndNothingElse() {
    assertThat(RunTag.of("7a1c")).matches("lanyard-[0-9a-f]{16}").isEqualTo(RunTag.of("7a1c"));
    assertThat(RunTag.of("7a1d")).isNotEqualTo(RunTag.of("7a1c"));
  }

  private ObjectNode made(long id, String tag) {
    ObjectNode member = api.add(id, "hr-10442", EMAIL);
    member.putArray("tags").add("somebody's").add(tag);
    FakeStaffApi.grant(member, CASHIER);
    api.sitesOf.put(id, new TreeSet<>(Set.of(921L, 922L)));
    return member;
  }

  private static ExpectedStaffMember expected() {
    return new ExpectedStaffMember(JANE, 454, Optional.of(PLAN));
  }
}
