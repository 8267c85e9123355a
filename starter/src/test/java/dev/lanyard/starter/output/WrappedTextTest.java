package dev.lanyard.starter.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTextTest {

  @Test
  void textIsBrokenAtBlanksIntoAColumnOfItsOwn() {
    String words = String.join(" ", Collections.nCopies(30, "wash"));
    List<String> lines = WrappedText.lines("sites", 8, words);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("sites   wash wash").hasSizeLessThanOrEqualTo(100);
    assertThat(lines.get(1)).startsWith("        wash").doesNotEndWith(" ");
    assertThat(String.join(" ", lines).split("wash", -1)).hasSize(31);
  }

  @Test
  void noEntryOfAListIsBroken() {
    List<String> lines = WrappedText.list("", 2, Collections.nCopies(12, "Wash Book Add"));
    assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("  Wash Book Add"));
    assertThat(lines.get(0)).endsWith("Wash Book Add,");
    assertThat(lines.get(1)).endsWith("Wash Book Add");
  }

  @Test
  void aLongLabelKeepsABlankAndALongWordStaysWhole() {
    assertThat(WrappedText.lines("a-long-label", 4, "x".repeat(200)))
        .containsExactly("a-long-label " + "x".repeat(200));
  }

  @Test
  void foreignTextIsEscaped() {
    assertThat(WrappedText.lines("a", 2, "b\u001b[31m")).containsExactly("a b\\u{1b}[31m");
    assertThat(WrappedText.list("a", 2, List.of("b\n", "c"))).containsExactly("a b\\u{a}, c");
  }
}
