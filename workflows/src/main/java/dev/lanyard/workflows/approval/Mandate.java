package dev.lanyard.workflows.approval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * On whose behalf a process runs.
 *
 * @param requester id of a person of the policy, as the event said it: nobody proved it
 * @param key known to the process and to its person's run alone: what comes with it comes from
 *     there, and has been decided. Absent in runs from before there was one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Mandate(Optional<String> requester, Optional<String> key) {

  /** Nobody's. */
  public static final Mandate NONE = new Mandate(Optional.empty(), Optional.empty());

  public Mandate {
    requester = requester == null ? Optional.empty() : requester;
    key = key == null ? Optional.empty() : key;
  }

  @Override
  public String toString() {
    return "Mandate[" + requester.orElse("-") + ", [redacted]]";
  }
}
