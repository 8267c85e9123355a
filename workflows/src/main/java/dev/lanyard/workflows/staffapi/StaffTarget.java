package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * What a hire resolves to in the staff API.
 *
 * @param sites an explicit list, never "all": leaving it out is the API's trap
 * @param permissions codes, by the worker's policy for the permission template, never by the input
 * @param formerMember the person's own staff member without access, which is given this; absent: a
 *     new one is created and invited
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffTarget(
    List<StaffSite> sites, List<String> permissions, Optional<Long> formerMember) {

  public StaffTarget {
    sites = sites == null ? List.of() : List.copyOf(sites);
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
    formerMember = formerMember == null ? Optional.empty() : formerMember;
  }

  /** Of somebody who has no staff account. */
  public StaffTarget(List<StaffSite> sites, List<String> permissions) {
    this(sites, permissions, Optional.empty());
  }
}
