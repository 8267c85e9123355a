package dev.lanyard.activities.staffapi;

import static dev.lanyard.activities.staffapi.Fixtures.CASHIER;
import static dev.lanyard.activities.staffapi.Fixtures.EMAIL;
import static dev.lanyard.activities.staffapi.Fixtures.JANE;
import static dev.lanyard.activities.staffapi.Fixtures.PLAN;
import static dev.lanyard.activities.staffapi.Fixtures.assertFinal;
import static dev.lanyard.activities.staffapi.Fixtures.assertRetried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.staffapi.ChangeStaffMember;
import dev.lanyard.workflows.staffapi.LookAtStaffMember;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffFields;
import dev.lanyard.workflows.staffapi.StaffMemberChanged;
import dev.lanyard.workflows.staffapi.StaffSnapshot;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Jane Doe is staff member 454, a cashier at sites 921 and 922, and something about her changes.
 */
class StaffChangeTest {

  private static final StaffFields PHONE = phone("6155550000");

  private final FakeAttempt attempt = new FakeAttempt();
  private FakeStaffApi api;
  private StaffChangeActivitiesImpl activities;
  private StaffSnapshot before;

  @BeforeEach
  void start() throws IOException {
    api = new FakeStaffApi();
    activities =
        new StaffChangeActivitiesImpl(
            StaffApi.connect(
                Fixtures.settings(api.url(), new StaffApiCredentials("client", "secret"), 5678),
                RequestLimit.NONE),
            attempt);
    ObjectNode jane = api.add(454, "hr-10442", EMAIL).put("phone", "6155551234");
    jane.putArray("tags").add("bay");
    FakeStaffApi.grant(jane, CASHIER);
    api.sitesOf.put(454L, new TreeSet<>(Set.of(921L, 922L)));
    before = look(Optional.of(454L));
    api.reads.clear();
  }

  @AfterEach
  void everyWriteNamedItsSites() {
    assertThat(api.writes).allSatisfy(write -> assertThat(write).contains("\"sites\":["));
    api.close();
  }

  @Test
  void lookShowsAllThatMayBeChanged() {
    assertThat(before)
        .isEqualTo(
            new StaffSnapshot(
                "Jane",
                "Doe",
                Optional.of("6155551234"),
                Optional.of(EMAIL),
                Optional.of("hr-10442"),
                List.of("bay"),
                Optional.empty(),
                new StaffAccess(454, false, CASHIER, List.of(921L, 922L))));
    assertThat(look(Optional.empty())).isEqualTo(before);
    assertThat(before.toString()).doesNotContainIgnoringCase("jane").doesNotContain("615555");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void lookFindsNobodyByTheCodeAndMissesAKnownOne() {
    api.staff.clear();

    assertThat(activities.lookAt(new LookAtStaffMember(JANE, Optional.empty())).member()).isEmpty();
    assertFinal(FailureTypes.STAFF_MEMBER_NOT_FOUND, () -> look(Optional.of(454L)));
  }

  @Test
  void lookAtAnothersRecordIsRefused() {
    api.staff.get(454L).put("code", "hr-7");

    assertFinal(FailureTypes.NOT_OURS, () -> look(Optional.of(454L)));
  }

  @Test
  void phoneAloneChangesAndTheCurrentSitesAreSaid() {
    StaffMemberChanged changed = change(PHONE);

    assertThat(changed.written()).isTrue();
    assertThat(changed.now()).isEqualTo(before.with(PHONE));
    assertThat(api.writes)
        .containsExactly("PUT staff/454.json {\"phone\":\"6155550000\",\"sites\":[921,922]}");
    assertThat(api.reads)
        .containsExactly(
            "staff/454.json", "staff/454/sites.json", "staff/454.json", "staff/454/sites.json");
    assertThat(api.staff.get(454L).path("permissions")).hasSize(2);
  }

  @Test
  void everythingOfAPlanIsOneUpdate() {
    FakeStaffApi.grant(api.staff.get(454L), List.of());
    api.sitesOf.put(454L, new TreeSet<>());
    api.staff.get(454L).put("first_name", "Janet").put("primary_email_address", "old@example.com");
    before = look(Optional.empty());

    StaffMemberChanged changed = change(StaffFields.of(PLAN));

    assertThat(changed.now().with(before.access()))
        .isEqualTo(before.with(StaffFields.of(PLAN)).with(before.access()));
    assertThat(changed.now().access())
        .isEqualTo(new StaffAccess(454, false, CASHIER, List.of(921L, 922L)));
    assertThat(api.writes)
        .containsExactly(
            "PUT staff/454.json {\"first_name\":\"Jane\",\"last_name\":\"Doe\","
                + "\"phone\":\"6155551234\",\"primary_email_address\":\""
                + EMAIL
                + "\",\"permissions\":[\"FinishSale\",\"PosPermission\"],\"sites\":[921,922]}");
  }

  @Test
  void noSitesAtAllAreSaidAsAnEmptyList() {
    change(StaffFields.access(Optional.of(List.of()), Optional.of(List.of())));

    assertThat(api.writes).containsExactly("PUT staff/454.json {\"permissions\":[],\"sites\":[]}");
    assertThat(api.sitesOf.get(454L)).isEmpty();
  }

  @Test
  void alreadyAsWantedWritesNothing() {
    attempt.number = 2;

    StaffMemberChanged changed = change(StaffFields.of(PLAN));

    assertThat(changed).isEqualTo(new StaffMemberChanged(false, before));
    assertThat(api.writes).isEmpty();
    assertThat(attempt.settled).isEmpty();
  }

  @Test
  void laterAttemptLetsAnEarlierWriteSettleAndLooksAgain() {
    attempt.number = 2;
    attempt.whileSettling = () -> api.staff.get(454L).put("phone", "6155550000");

    assertThat(change(PHONE).written()).isFalse();
    assertThat(attempt.settled).containsExactly(Duration.ofSeconds(45));
    assertThat(api.writes).isEmpty();
  }

  @Test
  void laterAttemptAfterOneThatTheRateLimitTurnedAwayWaitsForNothing() {
    attempt.number = 2;
    attempt.untouched = true;

    assertThat(change(PHONE).written()).isTrue();
    assertThat(attempt.settled).isEmpty();
    assertThat(api.writes).hasSize(1);
  }

  @Test
  void changeThatTheRateLimitTurnsAwayTellsItsAttempt() {
    api.updatesBeforeLimit = 0;

    assertRetried(FailureTypes.RATE_LIMITED, () -> change(PHONE));

    assertThat(attempt.begun).isEqualTo(1);
    assertThat(attempt.turnedAway).isEqualTo(1);
  }

  @Test
  void numberThatTheServerWritesItsOwnWayIsTheSame() {
    api.staff.get(454L).put("phone", "(615) 555-0000");

    assertThat(change(PHONE).written()).isFalse();
  }

  @Test
  void whatSomebodyElseChangedIsNamedWithoutValuesAndStays() {
    api.staff.get(454L).put("phone", "6155559999");
    api.sitesOf.put(454L, new TreeSet<>(Set.of(921L, 923L)));
    FakeStaffApi.grant(api.staff.get(454L), List.of("PosPermission"));

    ApplicationFailure failure = assertFinal(FailureTypes.STATE_CHANGED, () -> change(PHONE));

    assertThat(failure.getOriginalMessage())
        .contains("in phone, permissions, sites:")
        .doesNotContain("615555", "923");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void accessThatSomebodyTookIsNotGivenBackWithAPhone() {
    FakeStaffApi.grant(api.staff.get(454L), List.of());
    api.sitesOf.put(454L, new TreeSet<>());

    assertFinal(FailureTypes.STATE_CHANGED, () -> change(PHONE));

    assertThat(api.writes).isEmpty();
  }

  @Test
  void memberWithoutACodeIsOnlyChangedWhileItBearsTheSameName() {
    api.staff.get(454L).putNull("code");
    before = look(Optional.of(454L));
    api.staff.get(454L).put("last_name", "Example");

    assertThat(assertFinal(FailureTypes.STATE_CHANGED, () -> change(PHONE)).getOriginalMessage())
        .contains("in last_name:");
    api.staff.get(454L).put("last_name", "Doe");

    assertThat(change(PHONE).written()).isTrue();
  }

  @Test
  void administratorsNameAndPhoneChangeAndNothingElse() {
    api.staff.get(454L).put("is_admin", true).remove("permissions");
    before = look(Optional.of(454L));

    ApplicationFailure failure =
        assertFinal(
            FailureTypes.STAFF_ADMINISTRATOR,
            () -> change(StaffFields.access(Optional.of(List.of(921L)), Optional.empty())));
    assertThat(failure.getOriginalMessage()).contains("454").contains("retry");
    assertFinal(
        FailureTypes.STAFF_ADMINISTRATOR,
        () -> change(StaffFields.access(Optional.empty(), Optional.of(CASHIER))));
    assertFinal(FailureTypes.STAFF_ADMINISTRATOR, () -> change(email("jane.roe@example.com")));
    assertThat(api.writes).isEmpty();

    assertThat(change(PHONE).now().access().admin()).isTrue();
    assertThat(api.writes)
        .containsExactly("PUT staff/454.json {\"phone\":\"6155550000\",\"sites\":[921,922]}");
  }

  @Test
  void whoBecameAnAdministratorSinceIsLeftAlone() {
    api.staff.get(454L).put("is_admin", true).remove("permissions");

    assertThat(assertFinal(FailureTypes.STATE_CHANGED, () -> change(PHONE)).getOriginalMessage())
        .contains("is_admin");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void whatWouldBeRefusedIsSaidAllAtOnceBeforeAnyRequestForIt() {
    StaffFields bad =
        new StaffFields(
            Optional.of(" "),
            Optional.empty(),
            Optional.empty(),
            Optional.of("nobody"),
            Optional.of("http://example.com/jane.png"),
            Optional.of(List.of(921L, 4711L)),
            Optional.of(List.of("Fly")));

    ApplicationFailure failure = assertFinal(FailureTypes.STAFF_API_REFUSED, () -> change(bad));

    assertThat(failure.getOriginalMessage())
        .contains("Nothing was sent")
        .contains("first_name: is missing")
        .contains("primary_email_address: must look like")
        .contains("image: must be an https address")
        .contains("permissions: no permission codes are Fly")
        .contains("sites: no sites of the company are 4711");
    assertThat(api.reads).containsExactly("sites.json");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void permissionThatTheMemberHadMayBeSentAgain() {
    FakeStaffApi.grant(api.staff.get(454L), List.of("NewOne", "PosPermission"));
    before = look(Optional.of(454L));

    change(StaffFields.access(Optional.of(List.of(922L)), Optional.of(List.of("NewOne"))));

    assertThat(api.writes)
        .containsExactly("PUT staff/454.json {\"permissions\":[\"NewOne\"],\"sites\":[922]}");
  }

  @Test
  void addressOfAnotherMemberIsNotTaken() {
    api.add(7, "hr-7", "Jane.Roe@example.com");

    ApplicationFailure failure =
        assertFinal(FailureTypes.NOT_OURS, () -> change(email("jane.roe@example.com")));

    assertThat(failure.getOriginalMessage()).contains("staff member 7");
    assertThat(api.writes).isEmpty();
  }

  @Test
  void imageIsSetAndCleared() {
    change(image("https://example.com/jane.png"));
    before = look(Optional.of(454L));
    change(image(""));

    assertThat(api.writes)
        .containsExactly(
            "PUT staff/454.json {\"image\":\"https://example.com/jane.png\",\"sites\":[921,922]}",
            "PUT staff/454.json {\"image\":\"\",\"sites\":[921,922]}");
  }

  @Test
  void accessBeyondWhatWasWantedIsTakenBackBeforeItFails() {
    api.updatesEverywhere = 1;

    ApplicationFailure failure =
        assertFinal(
            FailureTypes.NOT_APPLIED,
            () -> change(StaffFields.access(Optional.of(List.of(922L)), Optional.empty())));

    assertThat(failure.getOriginalMessage())
        .contains("sites: not as wanted; so what was too much was taken back");
    assertThat(api.writes)
        .containsExactly(
            "PUT staff/454.json {\"sites\":[922]}",
            "PUT staff/454.json {\"is_admin\":false,\"permissions\":[\"FinishSale\",\"PosPermission\"],\"sites\":[922]}");
    assertThat(api.sitesOf.get(454L)).containsExactly(922L);
  }

  @Test
  void whereThatDoesNotHelpAllAccessIsTakenBack() {
    api.updatesEverywhere = 2;

    ApplicationFailure failure = assertFinal(FailureTypes.NOT_APPLIED, () -> change(PHONE));

    assertThat(failure.getOriginalMessage()).contains("so all access was taken back");
    assertThat(api.writes).hasSize(3);
    assertThat(api.writes.get(2))
        .isEqualTo("PUT staff/454.json {\"is_admin\":false,\"permissions\":[],\"sites\":[]}");
    assertThat(api.sitesOf.get(454L)).isEmpty();
  }

  @Test
  void whatCannotBeTakenBackIsSaid() {
    api.updatesEverywhere = 3;

    assertThat(assertFinal(FailureTypes.NOT_APPLIED, () -> change(PHONE)).getOriginalMessage())
        .contains("it could not be taken back: revoke it there now");
  }

  @Test
  void successWithoutEffectIsFound() {
    api.withoutEffect = true;

    assertThat(assertFinal(FailureTypes.NOT_APPLIED, () -> change(PHONE)).getOriginalMessage())
        .contains("phone: not as wanted")
        .contains("retry");
    assertThat(api.writes).hasSize(1);
  }

  @Test
  void accessFromBeforeIsNotTakenBackWhereTheWriteCameToNothing() {
    api.withoutEffect = true;
    StaffFields other =
        StaffFields.access(Optional.of(List.of(923L)), Optional.of(List.of("CashIn")));

    assertFinal(FailureTypes.NOT_APPLIED, () -> change(other));
    assertThat(api.writes).hasSize(1);
    api.withoutEffect = false;

    assertThat(change(other).now().access().siteIds()).containsExactly(923L);
  }

  @Test
  void goneMemberIsNamed() {
    api.staff.remove(454L);

    assertFinal(FailureTypes.STAFF_MEMBER_NOT_FOUND, () -> change(PHONE));
    assertThat(api.writes).isEmpty();
  }

  @Test
  void attemptPastItsDeadlineWritesNothing() {
    attempt.expired = true;

    assertThatThrownBy(() -> change(PHONE)).isInstanceOf(FakeAttempt.Expired.class);
    assertThat(api.writes).isEmpty();
  }

  @Test
  void changeOfNobodyOrWithoutWhatItIsBasedOnIsFinal() {
    ApplicationFailure failure =
        assertFinal(
            FailureTypes.STAFF_API_REFUSED,
            () -> activities.changeStaffMember(new ChangeStaffMember(null, null, PHONE)));

    assertThat(failure.getOriginalMessage())
        .contains("employeeNumber: is missing")
        .contains("before: is missing");
    assertThat(api.reads).isEmpty();
  }

  @Test
  void imageThatIsNoWholeAddressOrHoldsAPasswordIsNotSent() {
    for (String address :
        List.of("https://", "https://jane:s3cret@example.com/a.png", "//a.test")) {
      assertThat(
              assertFinal(FailureTypes.STAFF_API_REFUSED, () -> change(image(address)))
                  .getOriginalMessage())
          .contains("image: must be an https address, or empty")
          .doesNotContain("s3cret");
    }
    assertThat(api.writes).isEmpty();
  }

  @Test
  void sitesThatAnAdministratorGainedAreTakenBackAndNothingElse() {
    api.staff.get(454L).put("is_admin", true).remove("permissions");
    before = look(Optional.of(454L));
    api.updatesEverywhere = 1;

    assertFinal(FailureTypes.NOT_APPLIED, () -> change(PHONE));

    assertThat(api.writes)
        .containsExactly(
            "PUT staff/454.json {\"phone\":\"6155550000\",\"sites\":[921,922]}",
            "PUT staff/454.json {\"sites\":[921,922]}");
    assertThat(api.staff.get(454L).path("is_admin").booleanValue()).isTrue();
  }

  private StaffSnapshot look(Optional<Long> staffId) {
    return activities.lookAt(new LookAtStaffMember(JANE, staffId)).member().orElseThrow();
  }

  private StaffMemberChanged change(StaffFields wanted) {
    return activities.changeStaffMember(new ChangeStaffMember(JANE, before, wanted));
  }

  private static StaffFields phone(String number) {
    return new StaffFields(null, null, Optional.of(number), null, null, null, null);
  }

  private static StaffFields email(String address) {
    return new StaffFields(null, null, null, Optional.of(address), null, null, null);
  }

  private static StaffFields image(String address) {
    return new StaffFields(null, null, null, null, Optional.of(address), null, null);
  }
}
