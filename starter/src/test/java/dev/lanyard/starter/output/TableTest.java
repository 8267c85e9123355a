package dev.lanyard.starter.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsLineUpByCharactersAndLinesEndWithoutBlanks() {
    assertThat(new Table().row("a", "b", "c").row("🚿🚿🚿", "", "").lines())
        .containsExactly("a    b  c", "🚿🚿🚿");
  }

  @Test
  void oneLongCellDoesNotWidenTheOthers() {
    assertThat(new Table().row("x".repeat(60), "b").row("a", "b").lines())
        .containsExactly("x".repeat(60) + "  b", "a" + " ".repeat(41) + "b");
  }

  @Test
  void cellsAreEscapedBeforeTheyAreMeasured() {
    assertThat(new Table().row("\n", "b").row("", "b").lines())
        .containsExactly("\\u{a}  b", "       b");
  }
}
