package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person is away for a while, and has no access meanwhile.
 *
 * @param lastDay the last day with access, in the site's zone; absent means that it ends now
 * @param returnOn the first day with access again; absent: not known yet
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Leave(Optional<LocalDate> lastDay, Optional<LocalDate> returnOn) {

  public Leave {
    lastDay = lastDay == null ? Optional.empty() : lastDay;
    returnOn = returnOn == null ? Optional.empty() : returnOn;
  }
}
