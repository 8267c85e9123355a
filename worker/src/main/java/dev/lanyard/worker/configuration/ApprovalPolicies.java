package dev.lanyard.worker.configuration;

import dev.lanyard.activities.approval.ApprovalPolicy;
import dev.lanyard.workflows.access.ProcessPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An approval policy alone, for whoever wants to look at it before a worker goes by it. */
public final class ApprovalPolicies {

  private ApprovalPolicies() {}

  /**
   * Needs nothing else of the configuration to be right.
   *
   * @param file empty: the policy that the configuration names or holds; mistakes of its access
   *     rules are told with it, since a worker takes both or neither
   * @throws ConfigurationRefused when the configuration's own {@code policy} is wrong
   */
  public static PolicyRead read(Map<String, String> environment, Optional<Path> file)
      throws ConfigurationRefused {
    List<ConfigurationProblem> problems = new ArrayList<>();
    Values values = new Values(Layers.read(environment, problems), problems);
    ProcessPolicy policy = WorkerConfiguration.policy(values);
    if (!problems.isEmpty()) {
      throw new ConfigurationRefused(problems);
    }
    if (file.isPresent()) {
      return ApprovalSection.readFile(file.get(), policy);
    }
    List<ConfigurationProblem> found = new ArrayList<>();
    Values again = new Values(Layers.read(environment, found), found);
    ApprovalPolicy approvals = ApprovalSection.read(again, policy);
    RoleSection.read(again);
    return new PolicyRead(approvals, found.stream().map(Object::toString).toList());
  }
}
