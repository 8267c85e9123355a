package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What an employee may do at the point of sale (section 9).
 *
 * @param granted ascending by id
 * @param overrides those that need a manager's approval, ascending by id
 * @param actionApprovalAuthority the switch that stands for every permission (section 9.2)
 * @param template the name of the template with these grants, {@code Custom} or {@code None}; of
 *     several templates the one that the roster names, else the first
 * @param sameGrants every template with these grants; the page does not say which was applied
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PermissionState(
    List<PermissionRef> granted,
    List<PermissionRef> overrides,
    boolean actionApprovalAuthority,
    String template,
    List<TemplateMatch> sameGrants) {

  public PermissionState {
    granted = granted == null ? List.of() : List.copyOf(granted);
    overrides = overrides == null ? List.of() : List.copyOf(overrides);
    sameGrants = sameGrants == null ? List.of() : List.copyOf(sameGrants);
  }

  /**
   * @param sameOverrides whether it asks for a manager's approval for the same permissions too
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record TemplateMatch(int id, String name, boolean sameOverrides) {}
}
