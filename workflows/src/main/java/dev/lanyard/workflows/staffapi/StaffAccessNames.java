package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * What do these Backoffice names come to in the staff API?
 *
 * @param siteNames of Backoffice; none: they are not asked
 * @param template of Backoffice; the worker's policy knows what it comes to
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffAccessNames(List<String> siteNames, Optional<String> template) {

  public StaffAccessNames {
    siteNames = siteNames == null ? List.of() : List.copyOf(siteNames);
    template = template == null ? Optional.empty() : template;
  }
}
