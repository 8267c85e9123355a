package dev.lanyard.worker.configuration;

import dev.lanyard.activities.approval.ApprovalPolicy;
import java.util.List;

/**
 * What a policy's text came to.
 *
 * @param policy not to be used while there are mistakes
 * @param mistakes each with its line
 */
public record PolicyRead(ApprovalPolicy policy, List<String> mistakes) {

  public PolicyRead {
    mistakes = mistakes.stream().distinct().toList();
  }
}
