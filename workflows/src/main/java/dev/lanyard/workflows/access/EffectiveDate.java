package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;

/** The last day of somebody's access, at these Backoffice sites. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EffectiveDate(LocalDate lastDay, List<String> siteNames) {

  public EffectiveDate {
    siteNames = siteNames == null ? List.of() : List.copyOf(siteNames);
  }
}
