package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Other access for a person who has some: what is absent stays as it is.
 *
 * @param sites all that the person may work at from then on, not only the added ones
 * @param departments exact names, all of them; none means that they stay
 * @param permissionTemplate the exact name of a Backoffice permission template
 * @param wageRate US dollars an hour, from {@code from} on
 * @param from the first day, in the site's zone; absent means now
 * @param until the last day of a loan, after which everything is as it was before; absent: for good
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Transfer(
    Optional<SiteChoice> sites,
    List<String> departments,
    Optional<String> permissionTemplate,
    Optional<BigDecimal> wageRate,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {

  public Transfer {
    sites = sites == null ? Optional.empty() : sites;
    // Not List.copyOf, which throws on a null inside: the rules say which list has one.
    departments =
        departments == null
            ? List.of()
            : Collections.unmodifiableList(new ArrayList<>(departments));
    permissionTemplate = permissionTemplate == null ? Optional.empty() : permissionTemplate;
    wageRate = wageRate == null ? Optional.empty() : wageRate;
    from = from == null ? Optional.empty() : from;
    until = until == null ? Optional.empty() : until;
  }

  @Override
  public String toString() {
    return "Transfer[[redacted]]";
  }
}
