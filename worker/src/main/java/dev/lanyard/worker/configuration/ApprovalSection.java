package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import dev.lanyard.activities.approval.ApprovalPolicy;
import dev.lanyard.activities.approval.PolicyFallback;
import dev.lanyard.workflows.access.ProcessPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code lanyard.approvals}: a policy in a file of its own, or written there itself. */
final class ApprovalSection {

  private static final String KEY = "lanyard.approvals";
  static final String FILE_KEY = KEY + ".policy-file";
  private static final String EXAMPLE = "/etc/lanyard/approvals.conf";

  private ApprovalSection() {}

  /** The policy of no file where something is wrong with the one that was given. */
  static ApprovalPolicy read(Values values, ProcessPolicy policy) {
    Optional<Path> file =
        values.has(FILE_KEY)
            ? Optional.of(Path.of(values.text(FILE_KEY, EXAMPLE)))
            : Optional.empty();
    Config inline = values.merged().getConfig(KEY).withoutPath("policy-file");
    if (file.isPresent() && !inline.isEmpty()) {
      values.problem(FILE_KEY, "and a policy beside it are both given; keep one", EXAMPLE);
    }
    if (file.isPresent()) {
      PolicyRead read = readFile(file.get(), policy);
      read.mistakes().forEach(mistake -> values.problem(FILE_KEY, mistake, ""));
      return read.policy();
    }
    if (inline.isEmpty()) {
      return none(policy);
    }
    PolicyRead read = new PolicyText(inline, fallback(policy)).read(policy.operators());
    read.mistakes().forEach(mistake -> values.problem(KEY, mistake, ""));
    return read.policy();
  }

  /** What a file comes to, with every mistake and its line. */
  static PolicyRead readFile(Path file, ProcessPolicy policy) {
    List<String> mistakes = new ArrayList<>();
    try {
      Config config =
          ConfigFactory.parseFile(
                  file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
              .resolve(ConfigResolveOptions.noSystem());
      if (config.isEmpty()) {
        mistakes.add("names " + file + ", which says nothing; leave the key out to go without");
        return new PolicyRead(none(policy), mistakes);
      }
      return new PolicyText(config, fallback(policy)).read(policy.operators());
    } catch (ConfigException.IO e) {
      mistakes.add("names " + file + ", which cannot be read");
    } catch (ConfigException e) {
      mistakes.add("cannot be understood: " + e.getMessage());
    }
    return new PolicyRead(none(policy), mistakes);
  }

  private static ApprovalPolicy none(ProcessPolicy policy) {
    return ApprovalPolicy.withoutFile(fallback(policy), policy.operators());
  }

  private static PolicyFallback fallback(ProcessPolicy policy) {
    return new PolicyFallback(
        policy.approvers(),
        policy.operators(),
        policy.approvalExpiresAfter(),
        policy.offboardingNeedsApproval());
  }
}
