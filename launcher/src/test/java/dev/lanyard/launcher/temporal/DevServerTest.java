package dev.lanyard.launcher.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.SearchAttributeRegistration;
import dev.lanyard.worker.TemporalUnavailable;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RealTemporal.class)
class DevServerTest {

  @TempDir Path home;

  private final List<String> said = new ArrayList<>();

  private TargetOptions options() throws IOException {
    return TargetOptions.of(Map.of("HOME", home.toString()), home, said::add)
        .withPort(Ports.freeOr(0));
  }

  private static TemporalTarget start(TargetOptions options) throws TemporalUnavailable {
    return new RealPlaces(options).started(RealTemporal.cli().orElseThrow());
  }

  private static long retentionDays(TemporalTarget target) {
    return TimeUnit.SECONDS.toDays(
        target
            .serviceStubs()
            .blockingStub()
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace(target.namespace()).build())
            .getConfig()
            .getWorkflowExecutionRetentionTtl()
            .getSeconds());
  }

  @Test
  void itServesOurSearchAttributesAndKeepsRunsForThirtyDays(TemporalTarget target)
      throws Exception {
    assertThat(SearchAttributeRegistration.missing(target.serviceStubs(), target.namespace()))
        .isEmpty();
    assertThat(SearchAttributeRegistration.register(target.serviceStubs(), target.namespace()))
        .satisfies(outcome -> assertThat(outcome.registered()).isEmpty())
        .satisfies(outcome -> assertThat(outcome.present()).contains("EmployeeNumber", "Sites"));
    assertThat(retentionDays(target)).isEqualTo(30);
  }

  @Test
  void itsUiAsksTheCodecServerThatWasStartedForIt() throws Exception {
    Keys keys = Keys.create(home.resolve("keys"));
    TargetOptions options = options().withCodec(keys);

    try (TemporalTarget target = start(options)) {
      assertThat(target.codec()).isPresent();
      assertThat(LocalUi.beside(options.port()))
          .hasValueSatisfying(ui -> assertThat(ui.codec()).isEqualTo(target.codec()))
          .hasValueSatisfying(ui -> assertThat(target.ui()).contains(ui.url()));
    }
    assertThat(Ports.accepts(options.port())).as("stopped").isFalse();
  }

  @Test
  void aSecondLauncherUsesTheServerOfTheFirstAndDoesNotStopIt() throws Exception {
    TargetOptions options = options();
    try (TemporalTarget first = start(options)) {
      try (TemporalTarget second = start(options)) {
        assertThat(second.address()).isEqualTo(first.address());
        assertThat(second.ui()).isEqualTo(first.ui());
      }
      assertThat(DevServer.serves(first.serviceStubs(), 2000)).isTrue();
    }
  }

  @Test
  void aTemporalThatAnswersIsFoundAndOnlyLeft() throws Exception {
    TargetOptions options = options();
    try (TemporalTarget running = start(options)) {
      try (TemporalTarget found = TemporalTarget.find(options)) {
        assertThat(found.address()).isEqualTo(running.address());
        assertThat(found.describe()).contains("was running already");
      }
      assertThat(DevServer.serves(running.serviceStubs(), 2000)).isTrue();
    }
  }

  @Test
  void whatItKnewIsThereAfterARestart() throws Exception {
    TargetOptions options = options();
    try (TemporalTarget first = start(options)) {
      assertThat(retentionDays(first)).isEqualTo(30);
    }
    try (TemporalTarget again = start(options)) {
      assertThat(retentionDays(again)).isEqualTo(30);
      assertThat(SearchAttributeRegistration.missing(again.serviceStubs(), again.namespace()))
          .isEmpty();
    }
  }

  @Test
  void aServerThatEndsAtItsStartShowsItsLastWords() throws Exception {
    Path broken = Files.writeString(home.resolve("temporal"), "#!/bin/sh\necho disk on fire\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> new RealPlaces(options()).started(broken))
        .isInstanceOf(TemporalUnavailable.class)
        .hasMessageContaining("disk on fire")
        .hasMessageContaining("temporal.log");
    assertThat(DatabaseLock.tryTake(home)).as("the lock is free again").isPresent();
  }

  @Test
  void anotherNamespaceIsMadeAtTheStart() throws Exception {
    TargetOptions options =
        new TargetOptions(
            Map.of("TEMPORAL_NAMESPACE", "people"),
            home,
            said::add,
            Optional.empty(),
            false,
            false,
            Ports.freeOr(0));
    try (TemporalTarget target = start(options)) {
      assertThat(target.namespace()).isEqualTo("people");
      assertThat(retentionDays(target)).isEqualTo(30);
    }
  }

  @Test
  void aNamedTemporalThatDoesNotAnswerIsNamedInOneLine() throws Exception {
    String address = "127.0.0.1:" + Ports.freeOr(0);
    TargetOptions options = TargetOptions.of(Map.of("TEMPORAL_ADDRESS", address), home, said::add);

    assertThatThrownBy(() -> TemporalTarget.find(options))
        .isInstanceOf(TemporalUnavailable.class)
        .hasMessageContaining(address)
        .hasMessageContaining("TEMPORAL_ADDRESS")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aConfigurationFileThatIsNotThereIsNamed() {
    TargetOptions options =
        TargetOptions.of(
            Map.of("TEMPORAL_CONFIG_FILE", home.resolve("none.toml").toString()), home, said::add);

    assertThatThrownBy(() -> TemporalTarget.find(options)).hasMessageContaining("none.toml");
  }

  @Test
  void aTomlProfileNamesTheTemporal(TemporalTarget target) throws Exception {
    Path file =
        Files.writeString(
            home.resolve("temporal.toml"),
            "[profile.default]\naddress = \"" + target.address() + "\"\nnamespace = \"default\"\n");
    TargetOptions options =
        TargetOptions.of(Map.of("TEMPORAL_CONFIG_FILE", file.toString()), home, said::add);

    try (TemporalTarget found = TemporalTarget.find(options)) {
      assertThat(found.address()).isEqualTo(target.address());
      assertThat(found.describe()).contains("named by");
    }
  }

  @Test
  void aNamespaceThatIsNotThereIsNamed(TemporalTarget target) {
    TargetOptions options =
        TargetOptions.of(
            Map.of("TEMPORAL_ADDRESS", target.address(), "TEMPORAL_NAMESPACE", "elsewhere"),
            home,
            said::add);

    assertThatThrownBy(() -> TemporalTarget.find(options))
        .hasMessageContaining("no namespace elsewhere");
  }
}
