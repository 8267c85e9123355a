package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.backoffice.DepartmentRef;
import java.util.List;

/**
 * The departments of a tenant, in the order of the form (section 10).
 *
 * @param total how many there are on all pages
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DepartmentListing(
    List<DepartmentRef> departments, int page, boolean more, int total) {

  public DepartmentListing {
    departments = departments == null ? List.of() : List.copyOf(departments);
  }
}
