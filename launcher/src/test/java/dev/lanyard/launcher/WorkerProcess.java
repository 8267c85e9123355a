package dev.lanyard.launcher;

import dev.lanyard.launcher.temporal.TemporalTarget;
import dev.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of the launcher in a process of its own, against a sandbox. */
final class WorkerProcess {

  private WorkerProcess() {}

  /**
   * @param home the state folder, with the keys
   * @param arguments such as {@code worker}
   */
  static ProcessBuilder of(
      Path home, String taskQueue, TemporalTarget temporal, Sandbox sandbox, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.lanyard.launcher.Launcher");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    var environment = builder.environment();
    environment.put("LANYARD_HOME", home.toString());
    environment.put("LANYARD_TASK_QUEUE", taskQueue);
    environment.put("TEMPORAL_ADDRESS", temporal.address());
    environment.put("SONNYS_BASE_URL", sandbox.backofficeUrl().toString());
    environment.put("SONNYS_BOT_USERNAME", sandbox.backofficeUsername());
    environment.put("SONNYS_BOT_PASSWORD", sandbox.backofficePassword());
    environment.put("STAFF_API_BASE_URL", sandbox.staffApiUrl().toString());
    environment.put("STAFF_API_CLIENT_ID", sandbox.staffApiClientId());
    environment.put("STAFF_API_CLIENT_SECRET", sandbox.staffApiClientSecret());
    environment.put("STAFF_API_COMPANY_ID", Long.toString(sandbox.staffApiCompanyId()));
    return builder;
  }

  /** The same, with its output in a file. */
  static Process started(ProcessBuilder builder, Path output) throws IOException {
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile())).start();
  }
}
