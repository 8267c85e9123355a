package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Corrections of a transfer before anything of it was written. What is absent stays as it is.
 *
 * @param by who says so, for the record, and for the policy
 * @param reason free words; may be absent
 * @param token signed by the one who says so, where the policy asks for it
 * @param sites see {@link Transfer#sites}, as the others
 * @param departments exact names, all of them; none means that they stay
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TransferAmendment(
    String by,
    String reason,
    Optional<String> token,
    Optional<SiteChoice> sites,
    List<String> departments,
    Optional<String> permissionTemplate,
    Optional<BigDecimal> wageRate,
    Optional<LocalDate> from,
    Optional<LocalDate> until)
    implements Amendment<Transfer> {

  public TransferAmendment {
    token = token == null ? Optional.empty() : token;
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
  public Transfer appliedTo(Transfer stated) {
    return new Transfer(
        sites.or(stated::sites),
        departments.isEmpty() ? stated.departments() : departments,
        permissionTemplate.or(stated::permissionTemplate),
        wageRate.or(stated::wageRate),
        from.or(stated::from),
        until.or(stated::until));
  }

  @Override
  public List<String> changedIn(Transfer stated) {
    Transfer amended = appliedTo(stated);
    return new NamedFields()
        .compare("sites", stated.sites(), amended.sites())
        .compare("departments", stated.departments(), amended.departments())
        .compare("permissionTemplate", stated.permissionTemplate(), amended.permissionTemplate())
        .compare("wageRate", stated.wageRate(), amended.wageRate())
        .compare("from", stated.from(), amended.from())
        .compare("until", stated.until(), amended.until())
        .changed();
  }

  @Override
  public Map<String, String> named() {
    return new NamedFields()
        .sites(sites)
        .departments(departments)
        .add("permissionTemplate", permissionTemplate)
        .add("wageRate", wageRate.map(BigDecimal::toPlainString))
        .add("from", from)
        .add("until", until)
        .all();
  }

  @Override
  public Set<String> dates() {
    return Set.of("from", "until");
  }

  @Override
  public TransferAmendment withToken(String signed) {
    return new TransferAmendment(
        by,
        reason,
        Optional.of(signed),
        sites,
        departments,
        permissionTemplate,
        wageRate,
        from,
        until);
  }

  @Override
  public String toString() {
    return "TransferAmendment[[redacted]]";
  }
}
