package dev.lanyard.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a sandbox starts.
 *
 * @param backofficePort 0 for any free one
 * @param staffApiPort 0 for any free one
 * @param stateFile JSON that outlives the process; created when absent. A file that exists decides
 *     about people and sites, and must have the same tenant shape
 * @param latency added to every request of both systems
 * @param employees how many invented employees a new tenant has, ids from 401, POS user IDs from
 *     70001
 * @param seed the same seed gives the same people
 * @param faults a JSON list as {@code POST /_sandbox/faults} takes it; replaces what a state file
 *     holds
 * @param settings readings by name, as {@code POST /_sandbox/settings} takes them
 */
public record SandboxOptions(
    int backofficePort,
    int staffApiPort,
    Optional<Path> stateFile,
    TenantShape tenant,
    Duration latency,
    int employees,
    long seed,
    Optional<Path> faults,
    Map<String, String> settings) {

  public SandboxOptions {
    settings = Map.copyOf(settings);
  }

  /** Free ports, no file, a hierarchical tenant with 12 employees, no latency. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        0,
        0,
        Optional.empty(),
        TenantShape.HIERARCHICAL,
        Duration.ZERO,
        12,
        1,
        Optional.empty(),
        Map.of());
  }

  public SandboxOptions withPorts(int backoffice, int staffApi) {
    return new SandboxOptions(
        backoffice, staffApi, stateFile, tenant, latency, employees, seed, faults, settings);
  }

  public SandboxOptions withStateFile(Path file) {
    return new SandboxOptions(
        backofficePort,
        staffApiPort,
        Optional.of(file),
        tenant,
        latency,
        employees,
        seed,
        faults,
        settings);
  }

  public SandboxOptions withTenant(TenantShape shape) {
    return new SandboxOptions(
        backofficePort, staffApiPort, stateFile, shape, latency, employees, seed, faults, settings);
  }

  public SandboxOptions withLatency(Duration added) {
    return new SandboxOptions(
        backofficePort, staffApiPort, stateFile, tenant, added, employees, seed, faults, settings);
  }

  public SandboxOptions withEmployees(int count) {
    return new SandboxOptions(
        backofficePort, staffApiPort, stateFile, tenant, latency, count, seed, faults, settings);
  }

  public SandboxOptions withSeed(long other) {
    return new SandboxOptions(
        backofficePort,
        staffApiPort,
        stateFile,
        tenant,
        latency,
        employees,
        other,
        faults,
        settings);
  }

  public SandboxOptions withFaults(Path list) {
    return new SandboxOptions(
        backofficePort,
        staffApiPort,
        stateFile,
        tenant,
        latency,
        employees,
        seed,
        Optional.of(list),
        settings);
  }

  /** Adds one reading, such as {@code ("flatPolarity", "allow")}; a wrong one stops the start. */
  public SandboxOptions withSetting(String name, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(name, value);
    return new SandboxOptions(
        backofficePort, staffApiPort, stateFile, tenant, latency, employees, seed, faults, more);
  }

  /** Settings may hold a password. */
  @Override
  public String toString() {
    return "SandboxOptions[" + tenant + ", " + employees + " employees, settings=[redacted]]";
  }
}
