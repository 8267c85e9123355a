package dev.lanyard.launcher.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanyard.worker.TemporalUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemporalFinderTest {

  private final RecordedPlaces places = new RecordedPlaces();

  private String found(boolean allowInProcess) throws TemporalUnavailable {
    return new TemporalFinder(places, allowInProcess).find().address();
  }

  @Test
  void aNamedTemporalIsUsedAsItIsAndNothingElseIsTried() throws Exception {
    places.named = Optional.of("named:7233");
    places.answering = Optional.of("127.0.0.1:7233");

    assertThat(found(true)).isEqualTo("named:7233");
    assertThat(places.asked).containsExactly("named");
  }

  @Test
  void aNamedTemporalThatDoesNotAnswerIsAnErrorAndNotReplaced() {
    places.namedFails = true;
    places.answering = Optional.of("127.0.0.1:7233");

    assertThatThrownBy(() -> found(true))
        .isInstanceOf(TemporalUnavailable.class)
        .hasMessageContaining("named does not answer");
    assertThat(places.asked).containsExactly("named");
  }

  @Test
  void aTemporalThatAnswersIsUsedBeforeOneIsStarted() throws Exception {
    places.answering = Optional.of("127.0.0.1:7233");

    assertThat(found(false)).isEqualTo("127.0.0.1:7233");
    assertThat(places.asked).containsExactly("named", "answering");
  }

  @Test
  void otherwiseOneIsStartedWithTheCli() throws Exception {
    assertThat(found(true)).isEqualTo("started with /bin/temporal");
    assertThat(places.asked).containsExactly("named", "answering", "cli", "started");
  }

  @Test
  void withoutACliTheDemoRunsInProcessAndSaysWhy() throws Exception {
    places.cliFails = true;

    assertThat(found(true)).isEqualTo("in process: no cli");
  }

  @Test
  void withoutACliNobodyElseRunsInProcess() {
    places.cliFails = true;

    assertThatThrownBy(() -> found(false)).hasMessage("no cli");
  }

  @Test
  void aServerThatDoesNotStartIsAnErrorEvenForTheDemo() {
    places.startFails = true;

    assertThatThrownBy(() -> found(true)).hasMessage("did not start");
  }

  private static final class RecordedPlaces implements TemporalFinder.Places {
    final List<String> asked = new ArrayList<>();
    Optional<String> named = Optional.empty();
    Optional<String> answering = Optional.empty();
    boolean namedFails;
    boolean cliFails;
    boolean startFails;

    private static TemporalTarget target(String address) {
      return new TemporalTarget(null, address, "default", address);
    }

    @Override
    public Optional<TemporalTarget> named() throws TemporalUnavailable {
      asked.add("named");
      if (namedFails) {
        throw new TemporalUnavailable("named does not answer");
      }
      return named.map(RecordedPlaces::target);
    }

    @Override
    public Optional<TemporalTarget> answering() {
      asked.add("answering");
      return answering.map(RecordedPlaces::target);
    }

    @Override
    public Path cli() throws TemporalUnavailable {
      asked.add("cli");
      if (cliFails) {
        throw new TemporalUnavailable("no cli");
      }
      return Path.of("/bin/temporal");
    }

    @Override
    public TemporalTarget started(Path cli) throws TemporalUnavailable {
      asked.add("started");
      if (startFails) {
        throw new TemporalUnavailable("did not start");
      }
      return target("started with " + cli);
    }

    @Override
    public TemporalTarget inProcess(String reason) {
      asked.add("in process");
      return target("in process: " + reason);
    }
  }
}
