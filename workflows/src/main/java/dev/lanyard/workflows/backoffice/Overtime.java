package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether overtime is paid.
 *
 * @param rate US dollars an hour; absent: one and a half times the hourly rate
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Overtime(boolean eligible, Optional<BigDecimal> rate) {

  public Overtime {
    rate = rate == null ? Optional.empty() : rate;
  }
}
