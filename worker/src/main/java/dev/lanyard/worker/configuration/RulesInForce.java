package dev.lanyard.worker.configuration;

import dev.lanyard.activities.approval.ApprovalPolicy;
import dev.lanyard.activities.approval.ProtectedRecords;
import dev.lanyard.activities.rules.AccessRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The approval policy with its protected list, and the access rules, as they stand in the worker's
 * files now. Whenever they are needed the files' times are looked at; when one changed, everything
 * is read again. What is good counts from then on; while anything in it is wrong, all of what was
 * in force before stays so, and every problem is logged and shown by {@code ./lanyard doctor}. All
 * else of the configuration takes a restart.
 */
public final class RulesInForce {

  private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

  /** May hold secrets: never printed. */
  private final Map<String, String> environment;

  private Map<Path, Stamp> seen;
  private ApprovalPolicy approvals;
  private AccessRules accessRules;
  private List<String> problems = List.of();

  /** By which a file that was written or replaced is known; one that is gone has none of it. */
  private record Stamp(FileTime written, long size, String identity) {

    private static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, "");

    static Stamp of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey()));
      } catch (NoSuchFileException e) {
        return NONE;
      } catch (IOException e) {
        return new Stamp(FileTime.fromMillis(0), -2, e.getClass().getSimpleName());
      }
    }
  }

  /** Looks at the files, which are read after that. */
  RulesInForce(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.seen = stamps(Layers.rulesFiles(environment));
  }

  /** What was read at the start. */
  synchronized RulesInForce starting(ApprovalPolicy policy, AccessRules roles) {
    approvals = policy;
    accessRules = roles;
    return this;
  }

  /** Who may approve what, now. */
  public synchronized ApprovalPolicy approvals() {
    lookAgain();
    return approvals;
  }

  /** Roles, and where free POS user IDs are looked for, now. */
  public synchronized AccessRules accessRules() {
    lookAgain();
    return accessRules;
  }

  /**
   * What is wrong with the files as they stand now; none while they are what the worker goes by.
   */
  public synchronized List<String> problems() {
    lookAgain();
    return problems;
  }

  /** Where the rules stand. */
  public synchronized Set<Path> files() {
    return Set.copyOf(seen.keySet());
  }

  private void lookAgain() {
    if (stamps(seen.keySet()).equals(seen)) {
      return;
    }
    // Looked at before it is read: what is written meanwhile is another change.
    Set<Path> files = Layers.rulesFiles(environment);
    seen = stamps(files.isEmpty() ? seen.keySet() : files);
    try {
      RulesInForce read = WorkerConfiguration.read(environment).rules();
      List<String> gone = gone(read.approvals);
      if (!gone.isEmpty()) {
        refuse(gone);
        return;
      }
      boolean same = read.approvals.equals(approvals) && read.accessRules.equals(accessRules);
      if (!same || !problems.isEmpty()) {
        // Told by default: who may approve is other than it was.
        LOG.warn(
            "The approval policy and the access rules were read again: {} rules, {} people, {}"
                + " roles count from now on.",
            read.approvals.rules().size(),
            read.approvals.people().size(),
            read.accessRules.roles().size());
      }
      approvals = read.approvals;
      accessRules = read.accessRules;
      problems = List.of();
    } catch (ConfigurationRefused refused) {
      refuse(refused.problems().stream().map(ConfigurationProblem::toString).toList());
    }
  }

  private void refuse(List<String> reasons) {
    problems = reasons;
    LOG.error(
        "The changed approval policy and access rules are NOT used; those from before stay in"
            + " force until this is mended:\n  {}",
        String.join("\n  ", problems));
  }

  /**
   * A file that is just being written is empty, or ends after one of its parts: without people
   * anybody's word counts, and without a list nobody is protected.
   */
  private List<String> gone(ApprovalPolicy read) {
    Map<String, Boolean> parts = new LinkedHashMap<>();
    parts.put("people", !approvals.people().isEmpty() && read.people().isEmpty());
    parts.put("rules", !approvals.rules().isEmpty() && read.rules().isEmpty());
    parts.put(
        "protected",
        !approvals.protectedRecords().equals(ProtectedRecords.NONE)
            && read.protectedRecords().equals(ProtectedRecords.NONE));
    return parts.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(
            part ->
                part.getKey()
                    + " of the approval policy: was there and is gone; to go without, restart the"
                    + " worker")
        .toList();
  }

  private static Map<Path, Stamp> stamps(Set<Path> files) {
    Map<Path, Stamp> stamps = new LinkedHashMap<>();
    files.forEach(file -> stamps.put(file, Stamp.of(file)));
    return stamps;
  }
}
