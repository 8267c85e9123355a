package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.List;
import java.util.Optional;

/**
 * Make an employee's permissions exactly these: a template's, or single ones.
 *
 * @param active whether the record was active when this was planned
 * @param before what the employee had when this was planned
 * @param template and what it stood for when this was planned; or
 * @param single permissions that stand for no template
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SetPermissions(
    int employeeId,
    PosUserId posUserId,
    boolean active,
    PermissionGrants before,
    Optional<TemplateRef> template,
    Optional<PermissionGrants> single) {

  public SetPermissions {
    before = before == null ? new PermissionGrants(List.of(), List.of()) : before;
    template = template == null ? Optional.empty() : template;
    single = single == null ? Optional.empty() : single;
  }
}
