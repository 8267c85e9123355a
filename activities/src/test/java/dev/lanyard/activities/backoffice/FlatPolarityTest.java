package dev.lanyard.activities.backoffice;

import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.html;
import static dev.lanyard.activities.backoffice.client.ScriptedBackoffice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.ScriptedBackoffice;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.PageFixture;
import dev.lanyard.activities.backoffice.page.Polarity;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.hr.PosUserId;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A proof needs two witnesses that agree; the roster shows employee 501 at 101 and 102 of three.
 */
class FlatPolarityTest {

  private static final String CHECKED_DENIES = "data-on=\"No\" data-off=\"Yes\"";
  private static final String CHECKED_GRANTS = "data-on=\"Yes\" data-off=\"No\"";

  private ScriptedBackoffice server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedBackoffice();
    server.on("GET /employee", html(200, PageFixture.html("roster")));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void editPage(String labels, List<Integer> checked, boolean all) {
    server.on(
        "GET /employee/edit/501", html(200, PageFixture.html("edit", boxes(labels, checked, all))));
  }

  private static String boxes(String labels, List<Integer> checked, boolean all) {
    return List.of(101, 102, 103).stream()
        .map(
            id ->
                """
                <input type="checkbox" class="boac-permission-site-option" id="s-%1$s" %2$s
                  name="employee[siteIds][]" value="%1$s"%3$s>
                <label for="s-%1$s">Site <strong>(Wash %1$s)</strong></label>
                """
                    .formatted(id, labels, checked.contains(id) ? " checked" : ""))
        .collect(
            Collectors.joining(
                "",
                "<input type=\"checkbox\" name=\"employee[isAllSitesAllowed]\" value=\"1\""
                    + (all ? " checked>" : ">"),
                ""));
  }

  private FlatPolarity proof(int posUserId) {
    return converse(
        talk -> {
          var tree = talk.editPage(501).sites();
          assertThat(tree.flat()).isTrue();
          return FlatPolarity.on(talk, tree, Map.of(), posUserId);
        });
  }

  private <T> T converse(Function<Conversation, T> talk) {
    return server.client().converse(() -> {}, talk);
  }

  @ParameterizedTest
  @CsvSource({"true, CHECKED_GRANTS", "false, CHECKED_DENIES"})
  void labelsThatAgreeWithTheRosterAreAProof(boolean grants, Polarity expected) {
    editPage(
        grants ? CHECKED_GRANTS : CHECKED_DENIES, grants ? List.of(101, 102) : List.of(103), false);
    assertThat(proof(99).proven()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void labelsThatContradictTheRosterAreNone(boolean grants) {
    editPage(
        grants ? CHECKED_GRANTS : CHECKED_DENIES, grants ? List.of(103) : List.of(101, 102), false);
    FlatPolarity proof = proof(99);
    assertThat(proof.proven()).isEmpty();
    assertThat(proof.explanation()).contains("disagree on employee 501");
    ApplicationFailure failure =
        Refusals.last(FailureTypes.POLARITY_UNPROVEN, () -> assertThat(proof.require()).isNull());
    assertThat(failure.getOriginalMessage()).contains("Restrict one active employee");
  }

  @Test
  void boxesWithoutLabelsAreNoProof() {
    editPage("", List.of(101, 102), false);
    assertThat(proof(99).proven()).isEmpty();
  }

  @Test
  void somebodyWithAllSitesProvesNothing() {
    editPage(CHECKED_GRANTS, List.of(), true);
    assertThat(proof(99).proven()).isEmpty();
  }

  @Test
  void theOneWhoIsWrittenIsNoEvidence() {
    editPage(CHECKED_GRANTS, List.of(101, 102), false);
    assertThat(proof(70123).proven()).isEmpty();
  }

  @Test
  void codesThatCannotBeToldApartProveNothing() {
    server.on("GET /employee", html(200, PageFixture.html("roster").replace("CREEK", "HARB")));
    editPage(CHECKED_GRANTS, List.of(101, 102), false);
    assertThat(proof(99).proven()).isEmpty();
  }

  @Test
  void aRowWhoseEditPageIsRefusedIsNotTakenForNobody() {
    server.on("GET /employee/edit/501", redirect("/employee"));
    Refusals.last(FailureTypes.BOT_NOT_ALLOWED, this::find);
  }

  @Test
  void twoRowsOfOnePosUserIdAreNotChosenFrom() {
    server.on("GET /employee", html(200, PageFixture.html("roster").replace("701234", "70123")));
    assertThat(Refusals.last(FailureTypes.PAGE_CHANGED, this::find).getOriginalMessage())
        .contains("POS user ID 70123 has 2 rows");
  }

  private void find() {
    Optional<EditPage> found =
        BackofficeFailures.translated(
            () -> converse(talk -> EmployeeLook.byPosUserId(talk, PosUserId.of(70123))));
    assertThat(found).isNotNull();
  }
}
