package dev.lanyard.activities.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.secrets.SigningKeyFile;
import dev.lanyard.secrets.SigningKeyPair;
import dev.lanyard.workflows.approval.AccessRequest;
import dev.lanyard.workflows.approval.ApprovalRule;
import dev.lanyard.workflows.approval.CheckDecision;
import dev.lanyard.workflows.approval.DecisionClaims;
import dev.lanyard.workflows.approval.DecisionVerdict;
import dev.lanyard.workflows.attention.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a decision must not count. */
class DecisionRulesTest {

  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final DecisionRules.Run RUN =
      new DecisionRules.Run("default", "onboarding/hr-10442/1", "run-1");
  private static final String REQUEST = "1a2b3c4d-1";
  private static final String DIGEST = "digest-1";

  @TempDir static Path folder;
  private static SigningKeyPair maria;
  private static SigningKeyPair paul;
  private static SigningKeyPair stranger;
  private static DecisionRules rules;

  @BeforeAll
  static void enroll() throws IOException {
    maria = SigningKeyFile.create(folder.resolve("maria"));
    paul = SigningKeyFile.create(folder.resolve("paul"));
    stranger = SigningKeyFile.create(folder.resolve("stranger"));
    SigningKeyPair dora = SigningKeyFile.create(folder.resolve("dora"));
    rules =
        new DecisionRules(
            Policies.of(
                List.of(),
                Map.of(
                    "maria", maria.publicKey(),
                    "paul", paul.publicKey(),
                    "dora", dora.publicKey())));
  }

  @Test
  void aSignatureForExactlyThisCounts() {
    DecisionVerdict verdict = signed(maria, claims -> claims, Decision.APPROVE, "Maria ");

    assertThat(verdict.reason()).isEqualTo("accepted");
    assertThat(verdict.counts()).isTrue();
    assertThat(verdict.approver()).isEqualTo("maria");
    assertThat(verdict.tokenId()).contains("token-1");
  }

  static Stream<Arguments> foreignClaims() {
    return Stream.of(
        claim("namespace", "other", "is for another namespace"),
        claim("workflowId", "onboarding/hr-10443/1", "is for another workflow"),
        claim("runId", "run-2", "is for another run"),
        claim("requestId", "1a2b3c4d-2", "is for another request"),
        claim("digest", "digest-0", "is for another plan than the one that is asked about"),
        claim("digest", "", "is for another plan than the one that is asked about"),
        claim("choice", "reject", "was signed for another choice"),
        claim("id", " ", "has no id"),
        claim("issuedAt", "2026-05-01T12:02:01Z", "comes from the future"),
        claim("expiresAt", "2026-05-01T12:00:00Z", "has expired"),
        claim("expiresAt", "2026-05-02T12:00:01Z", "is meant to live longer than 24 hours"),
        claim("approver", "paul", "was not signed with the key enrolled for paul"));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("foreignClaims")
  void anyOtherClaimDoesNotCount(String field, String value, String reason) {
    DecisionVerdict verdict =
        signed(
            maria,
            claims -> {
              Map<String, String> other = new HashMap<>(claims);
              other.put(field, value);
              return other;
            },
            Decision.APPROVE,
            field.equals("approver") ? value : "maria");

    assertThat(verdict.counts()).isFalse();
    assertThat(verdict.reason()).isEqualTo("the token " + reason);
  }

  static Stream<String> fields() {
    return claims("maria").keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aMissingClaimDoesNotCount(String field) {
    DecisionVerdict verdict =
        signed(
            maria,
            claims -> {
              Map<String, String> fewer = new HashMap<>(claims);
              fewer.remove(field);
              return fewer;
            },
            Decision.APPROVE,
            "maria");

    assertThat(verdict.counts()).isFalse();
    assertThat(verdict.reason()).isEqualTo("the token cannot be read");
  }

  @Test
  void anAddedClaimDoesNotCount() {
    DecisionVerdict verdict =
        signed(
            maria,
            claims -> {
              Map<String, String> more = new HashMap<>(claims);
              more.put("admin", "true");
              return more;
            },
            Decision.APPROVE,
            "maria");

    assertThat(verdict.reason()).isEqualTo("the token cannot be read");
  }

  @Test
  void aSelfMadeKeyDoesNotCount() {
    assertThat(signed(stranger, claims -> claims, Decision.APPROVE, "maria").reason())
        .isEqualTo("the token was not signed with the key enrolled for maria");
    assertThat(signed(paul, claims -> claims, Decision.APPROVE, "maria").reason())
        .isEqualTo("the token was not signed with the key enrolled for maria");
  }

  @Test
  void somebodyWithoutAKeyOrUnknownDoesNotCount() {
    assertThat(
            verdict(stranger.sign(claims("nina")), Decision.APPROVE, "nina", rule(true)).reason())
        .isEqualTo("no key is enrolled for the one whom the token names");
    assertThat(verdict(stranger.sign(claims("eve")), Decision.APPROVE, "eve", rule(true)).reason())
        .isEqualTo("no key is enrolled for the one whom the token names");
  }

  @Test
  void somebodyElsesTokenDoesNotCount() {
    assertThat(verdict(maria.sign(claims("maria")), Decision.APPROVE, "paul", rule(true)).reason())
        .isEqualTo("the token was signed by somebody else than \"by\" says");
  }

  @Test
  void aTamperedOrUnreadableTokenDoesNotCount() {
    String token = maria.sign(claims("maria"));
    String other = paul.sign(claims("paul"));
    String mixed = token.substring(0, token.indexOf('.')) + other.substring(other.indexOf('.'));

    assertThat(verdict(mixed, Decision.APPROVE, "maria", rule(true)).counts()).isFalse();
    for (String junk : List.of("", ".", "..", "a.b", "\u0000", "x".repeat(3000))) {
      assertThat(verdict(junk, Decision.APPROVE, "maria", rule(true)).reason())
          .isEqualTo("the token cannot be read");
    }
  }

  @Test
  void aBareDecisionDoesNotCountWhereASignatureIsNeeded() {
    assertThat(bare("maria", rule(true), false, Decision.APPROVE).reason())
        .isEqualTo("this request takes signed decisions only");
    assertThat(bare("maria", rule(false), false, Decision.APPROVE).counts()).isTrue();
  }

  @Test
  void aSignedOneIsHeldToItsSignatureWhereABareOneWouldDo() {
    assertThat(
            verdict(stranger.sign(claims("maria")), Decision.APPROVE, "maria", rule(false))
                .counts())
        .isFalse();
  }

  @Test
  void onlyMembersOfAnAskedGroupCount() {
    assertThat(bare("nina", rule(false), false, Decision.APPROVE).reason())
        .isEqualTo("nina is not in managers");
    assertThat(bare("eve", rule(false), false, Decision.APPROVE).reason())
        .isEqualTo("the policy knows nobody of this name");
    assertThat(bare("dora", rule(false), false, Decision.APPROVE).counts()).isFalse();
  }

  @Test
  void deputiesCountFromTheEscalationOn() {
    assertThat(bare("nina", rule(false), true, Decision.APPROVE).counts()).isTrue();
    assertThat(bare("dora", rule(false), true, Decision.APPROVE).counts()).isTrue();
    assertThat(bare("maria", rule(false), true, Decision.APPROVE).counts()).isTrue();
    assertThat(bare("eve", rule(false), true, Decision.APPROVE).counts()).isFalse();
  }

  @Test
  void theRequesterDoesNotCountUnderFourEyesButMayReject() {
    ApprovalRule fourEyes = Policies.rule("r", 1, true, false);

    assertThat(bare("Paul", fourEyes, false, Decision.APPROVE).reason())
        .isEqualTo("paul asked for it; four eyes are needed");
    assertThat(bare("paul", fourEyes, false, Decision.REJECT).counts()).isTrue();
    assertThat(bare("maria", fourEyes, false, Decision.APPROVE).counts()).isTrue();
    assertThat(bare("paul", rule(false), false, Decision.APPROVE).counts()).isTrue();
  }

  @Test
  void nobodyDecidesAboutThemselves() {
    AccessRequest own =
        AccessRequest.about(
            AccessRequest.TRANSFER, dev.lanyard.workflows.hr.EmployeeNumber.of("hr-7"));
    for (String choice : List.of(Decision.APPROVE, Decision.REJECT)) {
      DecisionVerdict verdict =
          rules.verdict(
              new CheckDecision(
                  own,
                  rule(false),
                  REQUEST,
                  DIGEST,
                  false,
                  new Decision(REQUEST, choice, "maria", "")),
              RUN,
              NOW);
      assertThat(verdict.reason()).isEqualTo("nobody decides about themselves");
    }
  }

  @Test
  void withoutPeopleAnybodysBareDecisionCountsUnderTheNameTheyGave() {
    DecisionRules open =
        new DecisionRules(ApprovalPolicy.withoutFile(Policies.FALLBACK, "operators"));
    DecisionVerdict verdict =
        open.verdict(question(rule(false), false, "Maria K.", Decision.APPROVE), RUN, NOW);

    assertThat(verdict.counts()).isTrue();
    assertThat(verdict.approver()).isEqualTo("Maria K.");
  }

  private static DecisionVerdict signed(
      SigningKeyPair key, UnaryOperator<Map<String, String>> change, String choice, String by) {
    return verdict(key.sign(change.apply(claims("maria"))), choice, by, rule(true));
  }

  private static DecisionVerdict verdict(
      String token, String choice, String by, ApprovalRule rule) {
    return rules.verdict(
        new CheckDecision(
            Requester.greeter().request(),
            rule,
            REQUEST,
            DIGEST,
            false,
            new Decision(REQUEST, choice, by, "", Optional.of(token))),
        RUN,
        NOW);
  }

  private static DecisionVerdict bare(
      String by, ApprovalRule rule, boolean escalated, String choice) {
    return rules.verdict(question(rule, escalated, by, choice), RUN, NOW);
  }

  private static CheckDecision question(
      ApprovalRule rule, boolean escalated, String by, String choice) {
    return new CheckDecision(
        Requester.greeter().request(),
        rule,
        REQUEST,
        DIGEST,
        escalated,
        new Decision(REQUEST, choice, by, ""));
  }

  private static ApprovalRule rule(boolean signed) {
    return Policies.rule("r", 1, false, signed);
  }

  private static Map<String, String> claims(String approver) {
    return new DecisionClaims(
            RUN.namespace(),
            RUN.workflowId(),
            RUN.runId(),
            REQUEST,
            DIGEST,
            Decision.APPROVE,
            approver,
            NOW,
            NOW.plus(Duration.ofMinutes(10)),
            "token-1")
        .toFields();
  }

  private static Arguments claim(String field, String value, String reason) {
    return Arguments.of(field, value, reason);
  }
}
