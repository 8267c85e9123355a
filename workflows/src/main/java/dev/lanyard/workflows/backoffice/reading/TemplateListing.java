package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The permission templates of a tenant and what they stand for now, in the order of the form.
 *
 * @param permissionCount how many permissions there are to grant
 * @param total how many templates there are on all pages
 * @param caveat why there is none, in words; empty when there is one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TemplateListing(
    List<TemplateEntry> templates,
    int permissionCount,
    int page,
    boolean more,
    int total,
    String caveat) {

  public TemplateListing {
    templates = templates == null ? List.of() : List.copyOf(templates);
    caveat = caveat == null ? "" : caveat;
  }

  /**
   * @param grants ascending by id
   * @param overrides those that need a manager's approval, ascending by id
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record TemplateEntry(
      int id, String name, List<PermissionRef> grants, List<PermissionRef> overrides) {

    public TemplateEntry {
      grants = grants == null ? List.of() : List.copyOf(grants);
      overrides = overrides == null ? List.of() : List.copyOf(overrides);
    }
  }
}
