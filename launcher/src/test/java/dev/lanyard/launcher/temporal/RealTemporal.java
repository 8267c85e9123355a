package dev.lanyard.launcher.temporal;

import dev.lanyard.worker.TemporalUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link TemporalTarget} on a real server: one for all tests of the JVM, on free
 * ports, started with the flags of the launcher. Without a Temporal CLI on the PATH or in the cache
 * such tests are skipped with the reason, or fail where {@code LANYARD_REQUIRE_TEMPORAL=true}.
 */
public final class RealTemporal implements ExecutionCondition, ParameterResolver {

  private static final ExtensionContext.Namespace STORE =
      ExtensionContext.Namespace.create(RealTemporal.class);

  /** The CLI to test with, if one is there without a download. */
  public static Optional<Path> cli() {
    return new TemporalCli(System.getenv(), TemporalCli.cacheFolder(System.getenv()), line -> {})
        .find();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (cli().isPresent()) {
      return ConditionEvaluationResult.enabled("there is a Temporal CLI");
    }
    String reason = "no Temporal CLI is here: ./lanyard setup --fetch-cli gets one";
    if ("true".equals(System.getenv("LANYARD_REQUIRE_TEMPORAL"))) {
      throw new IllegalStateException(reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TemporalTarget.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .getOrComputeIfAbsent("server", key -> Running.start(), Running.class)
        .target();
  }

  private record Running(TemporalTarget target, Path home) implements AutoCloseable {

    static Running start() {
      try {
        Path home = Files.createTempDirectory("lanyard-temporal-");
        TargetOptions options =
            TargetOptions.of(System.getenv(), home, line -> {}).withPort(Ports.freeOr(0));
        return new Running(new RealPlaces(options).started(cli().orElseThrow()), home);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (TemporalUnavailable e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      target.close();
      try (Stream<Path> all = Files.walk(home)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
