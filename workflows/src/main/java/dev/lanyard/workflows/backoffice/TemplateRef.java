package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A permission template and what it stood for when the plan was made: a template is only a preset
 * (section 9.1), so the approval is for the permissions, not for the name.
 *
 * @param grants permission ids, ascending
 * @param overrides ids among them that need a manager's approval, ascending
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TemplateRef(int id, String name, List<Integer> grants, List<Integer> overrides) {

  public TemplateRef {
    grants = grants == null ? List.of() : List.copyOf(grants);
    overrides = overrides == null ? List.of() : List.copyOf(overrides);
  }
}
