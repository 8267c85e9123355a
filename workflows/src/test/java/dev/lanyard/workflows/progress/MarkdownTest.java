package dev.lanyard.workflows.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @Test
  void plainWordsStayAsTheyAre() {
    assertThat(Markdown.escape("Jos\u00e9 O'Brien, \u674e 42 \uD83D\uDE00"))
        .isEqualTo("Jos\u00e9 O'Brien, \u674e 42 \uD83D\uDE00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", ".", "!", "|", "<", ">",
        "~", "&", "$"
      })
  void everySignThatIsMarkupIsEscaped(String sign) {
    assertThat(Markdown.escape("a" + sign + "b")).isEqualTo("a\\" + sign + "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '\u2192',
      value = {
        "<img src=x>\u2192 \\<img src=x\\>",
        "[x](y)\u2192 \\[x\\]\\(y\\)",
        "a | b\u2192 a \\| b",
        "$x$\u2192 \\$x\\$",
        "```sh\u2192 \\`\\`\\`sh",
        "\\|\u2192 \\\\\\|",
        "&lt;\u2192 \\&lt;",
        "www.example.test\u2192 www\\.example\\.test"
      })
  void markupComesOutAsWords(String foreign, String shown) {
    assertThat(Markdown.escape(foreign)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\n", "\r", "\t", "\u0000", "\u001b", "\u007f", "\u0085", "\u202e", "\u200b"})
  void lineBreaksAndUnseenCharactersBecomeBlanks(String unseen) {
    assertThat(Markdown.escape("a" + unseen + "b")).isEqualTo("a b");
  }

  @Test
  void longAnswerIsCutBetweenCharacters() {
    assertThat(Markdown.escape("\uD83D\uDE00".repeat(10_000)))
        .isEqualTo("\uD83D\uDE00".repeat(500));
    assertThat(Markdown.escape("|".repeat(10_000))).isEqualTo("\\|".repeat(500));
  }
}
