package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What somebody may do at the point of sale, as permission ids.
 *
 * @param grants ascending
 * @param overrides those among them that need a manager's approval, ascending
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PermissionGrants(List<Integer> grants, List<Integer> overrides) {

  public PermissionGrants {
    grants = grants == null ? List.of() : List.copyOf(grants);
    overrides = overrides == null ? List.of() : List.copyOf(overrides);
  }
}
