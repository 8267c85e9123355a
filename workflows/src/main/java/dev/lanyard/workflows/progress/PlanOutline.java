package dev.lanyard.workflows.progress;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What a transfer, a return or an undo will write, in words.
 *
 * @param digest keyed, over the resulting access; empty where nobody approves
 * @param lines one write or fact each; may name the person, never a PIN; not escaped for any sink
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlanOutline(String digest, List<String> lines) {

  public PlanOutline {
    digest = digest == null ? "" : digest;
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  @Override
  public String toString() {
    return "PlanOutline[" + digest + ", [redacted]]";
  }
}
