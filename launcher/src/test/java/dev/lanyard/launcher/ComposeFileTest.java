package dev.lanyard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml says against what there is. */
class ComposeFileTest {

  private static final Path FILE = Path.of("..", "docker-compose.yml");

  /** The SDK's environment configuration. */
  private static final Set<String> TEMPORAL_CLIENT = Set.of("TEMPORAL_ADDRESS");

  /** Template of Temporal's server 1.32.0 and its image's entry point. */
  private static final Set<String> TEMPORAL_SERVER =
      Set.of(
          "DB",
          "DB_PORT",
          "POSTGRES_SEEDS",
          "POSTGRES_USER",
          "POSTGRES_PWD",
          "DBNAME",
          "VISIBILITY_DBNAME",
          "BIND_ON_IP",
          "DYNAMIC_CONFIG_FILE_PATH",
          "LOG_LEVEL");

  /** Template of Temporal's UI server 2.54.1. */
  private static final Set<String> TEMPORAL_UI =
      Set.of(
          "TEMPORAL_ADDRESS",
          "TEMPORAL_UI_PORT",
          "TEMPORAL_CORS_ORIGINS",
          "TEMPORAL_CODEC_ENDPOINT",
          "TEMPORAL_DISABLE_NEWS_FETCH");

  /** Flags of temporal-sql-tool 1.32.0 that also come from the environment. */
  private static final Set<String> SQL_TOOL =
      Set.of("SQL_PLUGIN", "SQL_HOST", "SQL_PORT", "SQL_USER", "SQL_PASSWORD");

  private static final Set<String> POSTGRESQL =
      Set.of("POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB");

  private final Map<String, Service> services = services();

  private static Map<String, Service> services() {
    try (Reader in = Files.newBufferedReader(FILE)) {
      Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<String, Service> services = new HashMap<>();
      mapOf(file.get("services"))
          .forEach((name, content) -> services.put(name, new Service(mapOf(content))));
      return services;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Object> mapOf(Object value) {
    Map<String, Object> map = new HashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
    }
    return map;
  }

  private record Service(Map<String, Object> content) {

    String image() {
      return String.valueOf(content.get("image"));
    }

    boolean isOurs() {
      return image().startsWith("lanyard:");
    }

    List<String> list(String key) {
      List<String> texts = new ArrayList<>();
      if (content.get(key) instanceof List<?> list) {
        list.forEach(item -> texts.add(String.valueOf(item)));
      }
      return texts;
    }

    Map<String, String> environment() {
      Map<String, String> environment = new HashMap<>();
      mapOf(content.get("environment"))
          .forEach((name, value) -> environment.put(name, String.valueOf(value)));
      return environment;
    }

    List<String> healthCheck() {
      return new Service(mapOf(content.get("healthcheck"))).list("test");
    }
  }

  @Test
  void everyPartIsThere() {
    assertThat(services.keySet())
        .contains(
            "postgresql", "temporal", "temporal-ui", "setup", "sandbox", "codec-server", "worker");
  }

  @Test
  void everyCommandOfOursExistsAsWritten() {
    services.values().stream()
        .filter(Service::isOurs)
        .forEach(
            service -> {
              parses(service.list("command"));
              List<String> check = service.healthCheck();
              if (check.size() > 1 && check.get(1).equals("lanyard")) {
                parses(check.subList(2, check.size()));
              }
            });
  }

  private static void parses(List<String> command) {
    assertThat(command).isNotEmpty();
    assertThatCode(() -> Launcher.commandLine(Map.of()).parseArgs(command.toArray(String[]::new)))
        .as("%s", command)
        .doesNotThrowAnyException();
  }

  @Test
  void everyVariableIsOneThatItsReaderKnows() {
    Set<String> ours = new HashSet<>(WorkerConfiguration.variables());
    ours.addAll(TEMPORAL_CLIENT);
    services.forEach(
        (name, service) -> {
          Set<String> known =
              switch (name) {
                case "postgresql" -> POSTGRESQL;
                case "temporal" -> TEMPORAL_SERVER;
                case "temporal-ui" -> TEMPORAL_UI;
                case "temporal-schema" -> SQL_TOOL;
                case "temporal-namespace" -> TEMPORAL_CLIENT;
                default -> ours;
              };
          assertThat(known).as(name).containsAll(service.environment().keySet());
        });
  }

  @Test
  void theWorkersEnvironmentIsACompleteConfigurationForTheSandbox() throws Exception {
    Map<String, String> environment = services.get("worker").environment();
    WorkerConfiguration read = WorkerConfiguration.read(environment);

    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      assertThat(read.backoffice().credentials().get().username())
          .isEqualTo(sandbox.backofficeUsername());
      assertThat(read.backoffice().credentials().get().password())
          .isEqualTo(sandbox.backofficePassword());
      assertThat(read.staffApi().credentials().get().clientId())
          .isEqualTo(sandbox.staffApiClientId());
      assertThat(read.staffApi().credentials().get().clientSecret())
          .isEqualTo(sandbox.staffApiClientSecret());
      assertThat(read.staffApi().companyId()).isEqualTo(sandbox.staffApiCompanyId());
    }
    assertThat(services.get("sandbox").list("command"))
        .contains("--backoffice-port=" + read.backoffice().origin().base().port())
        .contains("--staff-api-port=" + read.staffApi().origin().base().port());
  }

  @Test
  void everyPublishedPortIsOnTheHostsLoopback() {
    services.forEach(
        (name, service) ->
            assertThat(service.list("ports"))
                .as(name)
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:(\\d+):\\1")));
    List<String> published =
        services.get("ports").list("ports").stream()
            .map(port -> port.substring(port.lastIndexOf(':') + 1))
            .toList();
    assertThat(services.get("ports").list("command")).containsAll(published).contains("publish");
  }

  @Test
  void everyImageIsPinned() {
    services.forEach(
        (name, service) -> assertThat(service.image()).as(name).matches("[a-z/-]+:\\d[\\w.-]+"));
  }

  @Test
  void whatKeepsRunningHasAHealthCheck() {
    services.forEach(
        (name, service) -> {
          if (service.content().containsKey("restart") && !name.equals("ports")) {
            assertThat(service.healthCheck()).as(name).isNotEmpty();
          }
        });
  }

  @Test
  void everyMountedFileIsInTheRepository() {
    services.forEach(
        (name, service) ->
            service.list("volumes").stream()
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> Path.of("..", volume.substring(0, volume.indexOf(':'))))
                .forEach(file -> assertThat(file).as(name).isRegularFile()));
  }
}
