package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What a hire resolves to in the staff API.
 *
 * @param sites an explicit list, never "all": leaving it out is the API's trap
 * @param permissions codes, by the worker's policy for the permission template, never by the input
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffTarget(List<StaffSite> sites, List<String> permissions) {

  public StaffTarget {
    sites = sites == null ? List.of() : List.copyOf(sites);
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
  }
}
