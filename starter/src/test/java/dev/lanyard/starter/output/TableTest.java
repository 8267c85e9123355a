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

  @Test
  void aClippedCellIsEscapedFirstAndSaysThatItWasCut() {
    assertThat(Table.clipped("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Table.clipped("abcdefg", 6)).isEqualTo("abcd..");
    assertThat(Table.clipped("🚿🚿🚿🚿", 3)).isEqualTo("🚿..");
    assertThat(Table.clipped("\n", 9)).isEqualTo("\\u{a}");
  }
}
