package dev.lanyard.activities.backoffice.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerWordsTest {

  @Test
  void personalValuesAreTakenOutAsWholeWordsWhateverTheirCase() {
    assertThat(
            ServerWords.quote(
                List.of("ED and Ed's PIN 48213 in Edit, (ed)."), List.of("Ed", "48213", "")))
        .isEqualTo(": \"[redacted] and [redacted]'s PIN [redacted] in Edit, ([redacted]).\"");
  }

  @Test
  void aLongerNameIsTakenOutBeforeAPartOfIt() {
    assertThat(ServerWords.quote(List.of("Ann Lee is there"), List.of("Ann", "Ann Lee")))
        .isEqualTo(": \"[redacted] is there\"");
  }

  @Test
  void emailsAreTakenOutWhoeversTheyAre() {
    assertThat(ServerWords.quote(List.of("lee.sample@example.test is taken"), List.of()))
        .isEqualTo(": \"[redacted] is taken\"");
  }

  @Test
  void controlCharactersAndDirectionMarksDoNotPass() {
    assertThat(ServerWords.quote(List.of("a\u001b[31mb\u202ec\r\nd"), List.of()))
        .isEqualTo(": \"a [31mb c d\"");
  }

  @Test
  void whatIsTooLongOrTooMuchIsCut() {
    String words = ServerWords.quote(Collections.nCopies(50, "x".repeat(5_000)), List.of());
    assertThat(words).hasSizeLessThan(3_200).contains("…");
  }

  @Test
  void noWordsAreNothing() {
    assertThat(ServerWords.quote(List.of(), List.of("Dana"))).isEmpty();
  }
}
