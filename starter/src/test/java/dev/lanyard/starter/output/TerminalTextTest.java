package dev.lanyard.starter.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

  @Test
  void namesOfTheWorldStayAsTheyAre() {
    assertThat(TerminalText.escape("Zoë Łukasz 李 Ó'Brien 🚿")).isEqualTo("Zoë Łukasz 李 Ó'Brien 🚿");
  }

  @Test
  void whatMovesTheCursorIsWrittenOut() {
    assertThat(TerminalText.escape("a\u001b[2Jb\rc\nd\u0007\u009b1m"))
        .isEqualTo("a\\u{1b}[2Jb\\u{d}c\\u{a}d\\u{7}\\u{9b}1m");
  }

  @Test
  void whatTurnsTheReadingDirectionIsWrittenOut() {
    assertThat(TerminalText.escape("a\u202eb\u2066c\u200f\u2028"))
        .isEqualTo("a\\u{202e}b\\u{2066}c\\u{200f}\\u{2028}");
  }

  @Test
  void halfACharacterIsWrittenOut() {
    assertThat(TerminalText.escape("a\ud83d")).isEqualTo("a\\u{d83d}");
  }

  @Test
  void nothingIsNothing() {
    assertThat(TerminalText.escape(null)).isEmpty();
  }
}
