package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Fixtures.CASHIER;
import static dev.lanyard.activities.staffapi.Fixtures.EMAIL;
import static dev.lanyard.activities.staffapi.Fixtures.JANE;
import static dev.lanyard.activities.staffapi.Fixtures.assertFinal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.staffapi.DeleteStaffMember;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.RestoreStaffMember;
import dev.lanyard.workflows.staffapi.RevokeStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffMemberDeleted;
import dev.lanyard.workflows.staffapi.StaffMemberRestored;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revocation, the way back from it, and the end of a record. */
class StaffExitTest {

  private static final StaffAccess CASHIERS =
      new StaffAccess(454, false, CASHIER, List.of(921L, 922L));
  private static final String REVOKE =
      "PUT staff/454.json {\"is_admin\":false,\"permissions\":[],\"sites\":[]}";

  private final FakeAttempt attempt = new FakeAttempt();
  private FakeStaffApi api;
  private StaffApiActivitiesImpl activities;

  @BeforeEach
  void start() throws IOException {
    api = new FakeStaffApi();
    activities = activities(new StaffPolicy(false, true));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private StaffApiActivitiesImpl activities(StaffPolicy policy) {
    StaffApiSettings settings =
        Fixtures.with(
            Fixtures.settings(api.url(), new StaffApiCredentials("client", "secret"), 5678),
            policy);
    return new StaffApiActivitiesImpl(
        StaffApi.connect(settings, RequestLimit.NONE), attempt, () -> Fixtures.RUN);
  }

  @Test
  void snapshotOfTheLookBeforeBringsBackExactlyWhatWasTaken() {
    cashier();
    StaffAccess before =
        activities
            .locate(
                new LocateStaffMember(JANE, Optional.empty(), Optional.empty(), Optional.empty()))
            .access()
            .orElseThrow();
    assertThat(activities.revokeStaffMember(revoke()).before()).contains(before);
    // A repeat finds nothing: only the look before knows.
    assertThat(activities.revokeStaffMember(revoke()).before()).isEmpty();

    assertThat(activities.restoreStaffMember(restore(before)))
        .isEqualTo(new StaffMemberRestored(454, true));
    assertThat(activities.restoreStaffMember(restore(before)))
        .isEqualTo(new StaffMemberRestored(454, false));

    assertThat(before).isEqualTo(CASHIERS);
    assertThat(api.writes)
        .containsExactly(
            REVOKE,
            "PUT staff/454.json {\"is_admin\":false,"
                + "\"permissions\":[\"FinishSale\",\"PosPermission\"],\"sites\":[921,922]}");
    assertThat(api.sitesOf.get(454L)).containsExactly(921L, 922L);
  }

  @Test
  void administratorBecomesOneAgainWithTheSameSites() {
    cashier().put("is_admin", true).remove("permissions");
    StaffAccess before = activities.revokeStaffMember(revoke()).before().orElseThrow();

    assertThat(before).isEqualTo(new StaffAccess(454, true, List.of(), List.of(921L, 922L)));
    assertThat(activities.restoreStaffMember(restore(before)).written()).isTrue();
    assertThat(api.writes)
        .containsExactly(REVOKE, "PUT staff/454.json {\"is_admin\":true,\"sites\":[921,922]}");
  }

  @Test
  void someOtherAccessMeanwhileIsNotOverwritten() {
    FakeStaffApi.grant(cashier(), List.of("Void"));

    assertThat(
            assertFinal(
                    FailureTypes.STATE_CHANGED,
                    () -> activities.restoreStaffMember(restore(CASHIERS)))
                .getOriginalMessage())
        .contains("permissions: are [Void], were [FinishSale, PosPermission]");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void restoreIsForTheSamePersonsRecordOnly() {
    assertFinal(
        FailureTypes.STAFF_MEMBER_NOT_FOUND,
        () -> activities.restoreStaffMember(restore(CASHIERS)));
    ObjectNode somebody = api.add(454, "hr-7", EMAIL);
    assertFinal(FailureTypes.NOT_OURS, () -> activities.restoreStaffMember(restore(CASHIERS)));
    assertThat(api.writes).isEmpty();

    somebody.putNull("code");
    assertThat(activities.restoreStaffMember(restore(CASHIERS)).written()).isTrue();
  }

  @Test
  void restoreThatDoesNotTakeIsNotApplied() {
    api.add(454, "hr-10442", EMAIL);
    api.withoutEffect = true;

    assertThat(
            assertFinal(
                    FailureTypes.NOT_APPLIED,
                    () -> activities.restoreStaffMember(restore(CASHIERS)))
                .getOriginalMessage())
        .contains("permissions: are []", "sites: are []");
    assertThat(api.writes).hasSize(1);
  }

  @Test
  void restoreThatGivesTooMuchLosesTheSurplusAndIsForAHuman() {
    ObjectNode jane = api.add(454, "hr-10442", EMAIL);
    api.withUpdate =
        () -> {
          FakeStaffApi.grant(jane, List.of("Company", "FinishSale"));
          api.sitesOf.put(454L, new TreeSet<>(Set.of(921L, 922L, 923L)));
        };

    assertThat(
            assertFinal(
                    FailureTypes.NOT_APPLIED,
                    () -> activities.restoreStaffMember(restore(CASHIERS)))
                .getOriginalMessage())
        .contains("sites: are [921, 922, 923]", "so what was too much was taken back");

    assertThat(api.writes)
        .containsExactly(
            "PUT staff/454.json {\"is_admin\":false,\"permissions\":[\"FinishSale\",\"PosPermission\"],\"sites\":[921,922]}",
            "PUT staff/454.json {\"is_admin\":false,\"permissions\":[\"FinishSale\"],\"sites\":[921,922]}");
    assertThat(api.sitesOf.get(454L)).containsExactly(921L, 922L);
  }

  @Test
  void restoreWhoseReadBackWasLostLosesTheSurplusAtTheNextAttempt() {
    cashier().put("is_admin", true).remove("permissions");
    attempt.number = 2;

    assertThat(
            assertFinal(
                    FailureTypes.STATE_CHANGED,
                    () -> activities.restoreStaffMember(restore(CASHIERS)))
                .getOriginalMessage())
        .contains("is_admin: is true", "so what was too much was taken back");
    assertThat(api.writes)
        .containsExactly(
            "PUT staff/454.json {\"is_admin\":false,\"permissions\":[],\"sites\":[921,922]}");
  }

  @Test
  void restoreOfWhatTheCompanyLacksIsRefusedAllAtOnceBeforeAnyWrite() {
    api.add(454, "hr-10442", EMAIL);
    StaffAccess closed =
        new StaffAccess(
            454, false, List.of("FinishSale", "no code", ""), List.of(77L, 921L, 4711L));

    assertThat(
            assertFinal(
                    FailureTypes.STAFF_API_REFUSED,
                    () -> activities.restoreStaffMember(restore(closed)))
                .getOriginalMessage())
        .contains(
            "permissions: no permission codes are \"\", \"no code\"",
            "sites: no sites of the company are 77, 4711");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void restoreOfUnknownCodesIsSentAsTheApiHadNamedThem() {
    api.add(454, "hr-10442", EMAIL);
    StaffAccess later = new StaffAccess(454, false, List.of("Teleport"), List.of());

    assertThat(activities.restoreStaffMember(restore(later)).written()).isTrue();
  }

  @Test
  void revokedLeaverIsDeletedOnce() {
    api.add(454, "hr-10442", EMAIL);

    assertThat(activities.deleteStaffMember(delete()))
        .isEqualTo(new StaffMemberDeleted(454, true, false));
    assertThat(activities.deleteStaffMember(delete()))
        .isEqualTo(new StaffMemberDeleted(454, false, false));
    assertThat(api.writes).containsExactly("DELETE staff/454.json");
  }

  @Test
  void whoHasAccessIsNotDeleted() {
    cashier();

    assertThat(
            assertFinal(FailureTypes.STATE_CHANGED, () -> activities.deleteStaffMember(delete()))
                .getOriginalMessage())
        .contains("permissions: are [FinishSale, PosPermission]; sites: are [921, 922]");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void recordWithoutOurCodeIsNotDeleted() {
    api.add(454, null, EMAIL);

    assertFinal(FailureTypes.NOT_OURS, () -> activities.deleteStaffMember(delete()));
    assertThat(api.writes).isEmpty();
  }

  @Test
  void policyThatKeepsRecordsAsksNobody() {
    api.add(454, "hr-10442", EMAIL);

    assertThat(activities(StaffPolicy.careful()).deleteStaffMember(delete()))
        .isEqualTo(new StaffMemberDeleted(454, false, true));
    assertThat(api.reads).isEmpty();
    assertThat(api.writes).isEmpty();
  }

  @Test
  void deleteWithoutEffectIsNotApplied() {
    api.add(454, "hr-10442", EMAIL);
    api.withoutEffect = true;

    assertFinal(FailureTypes.NOT_APPLIED, () -> activities.deleteStaffMember(delete()));
    assertThat(api.writes).hasSize(1);
  }

  @Test
  void lateAttemptNeitherRestoresNorDeletes() {
    api.add(454, "hr-10442", EMAIL);
    attempt.expired = true;

    assertThatThrownBy(() -> activities.restoreStaffMember(restore(CASHIERS)))
        .isInstanceOf(FakeAttempt.Expired.class);
    assertThatThrownBy(() -> activities.deleteStaffMember(delete()))
        .isInstanceOf(FakeAttempt.Expired.class);
    assertThat(api.writes).isEmpty();
  }

  private ObjectNode cashier() {
    ObjectNode jane = api.add(454, "hr-10442", EMAIL);
    FakeStaffApi.grant(jane, CASHIER);
    api.sitesOf.put(454L, new TreeSet<>(Set.of(921L, 922L)));
    return jane;
  }

  private static RevokeStaffMember revoke() {
    return new RevokeStaffMember(JANE, Optional.of(454L), false);
  }

  private static RestoreStaffMember restore(StaffAccess access) {
    return new RestoreStaffMember(JANE, access);
  }

  private static DeleteStaffMember delete() {
    return new DeleteStaffMember(JANE, 454);
  }
}
