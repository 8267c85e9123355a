package dev.lanyard.activities.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.workflows.notification.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTemplatesTest {

  @TempDir Path folder;

  private NoticeTemplates with(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return new NoticeTemplates(Optional.of(folder));
  }

  @Test
  void aFileOfTheFolderReplacesTheOneOfItsNameAlone() throws IOException {
    NoticeTemplates templates =
        with("approval-asked.mustache", "Subject: Por favor, {{who}}\n\nHola {{group}}\n{{>body}}");
    NoticeText asked = templates.fill(Notified.approval("Jane Doe"), Notified.ZONE);
    assertThat(asked.subject()).isEqualTo("Por favor, Jane Doe, POS user ID 12345");
    assertThat(asked.body()).startsWith("Hola managers\nJane Doe, POS user ID 12345\nMay Jane");
    assertThat(templates.fill(parked(), Notified.ZONE).subject())
        .isEqualTo("[Lanyard] Needs a decision: create employee is parked");
  }

  @Test
  void theSharedPartCanBeReplacedToo() throws IOException {
    NoticeText text =
        with("body.mustache", "Look at {{workflowId}}.\n")
            .fill(Notified.approval("Jane Doe"), Notified.ZONE);
    assertThat(text.body()).isEqualTo("Look at onboarding/hr-10442/1.\n");
  }

  @Test
  void nothingIsEscapedSinceMailsArePlainText() throws IOException {
    NoticeText text =
        new NoticeTemplates(Optional.empty())
            .fill(Notified.approval("Jane O'Doe & <b>"), Notified.ZONE);
    assertThat(text.subject()).contains("May Jane O'Doe & <b> have this access?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "done.mustache|Subject: x~~{{#who}}~open|done.mustache, line 3: ",
        "done.mustache|Subject: x~~one~{{nobody}}|done.mustache, line 4: there is no value {{nobody}}",
        "done.mustache|Subject: x~~{{#nobody}}a{{/nobody}}|done.mustache, line 3: there is no value",
        "body.mustache|one~two {{nobody}}|body.mustache, line 2: there is no value {{nobody}}",
        "done.mustache|Done~~text|done.mustache, line 1: must be \"Subject: …\"",
        "done.mustache|Subject: x~~{{>other}}|done.mustache: only {{>body}} can be included",
        "dune.mustache|Subject: x~~text|dune.mustache: is no template; there are approval-asked,"
      })
  void aBrokenFileIsNamedWithItsLine(String file, String text, String words) {
    assertThatThrownBy(() -> with(file, text.replace('~', '\n')))
        .isInstanceOf(TemplateBroken.class)
        .hasMessageStartingWith(words);
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> new NoticeTemplates(Optional.of(missing)))
        .isInstanceOf(TemplateBroken.class)
        .hasMessageContaining("this folder cannot be read");
  }

  private static Notice parked() {
    Notice like = Notified.approval("Jane Doe");
    return new Notice(
        like.noticeId(),
        Notice.PARKED,
        like.group(),
        like.process(),
        like.workflowId(),
        like.employeeNumber(),
        like.requestId(),
        "create employee is parked",
        like.detail(),
        like.who(),
        Optional.empty(),
        like.commands());
  }
}
