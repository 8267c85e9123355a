package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.access.AccessRuleActivities;
import dev.lanyard.workflows.access.ApplyRules;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.RuledHire;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserIdRange;
import dev.lanyard.workflows.hr.SiteChoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One role, "Greeter", and a model that is always a "General User" of one site. */
public final class FixedRules implements AccessRuleActivities {

  public final List<ApplyRules> asked = Collections.synchronizedList(new ArrayList<>());
  public volatile PosUserIdRange range = new PosUserIdRange(20000, 20002);

  @Override
  public RuledHire apply(ApplyRules request) {
    asked.add(request);
    Hire hire = request.hire();
    List<Finding> problems = new ArrayList<>();
    boolean known = hire.role().isEmpty() || hire.role().get().equals("Greeter");
    if (!known) {
      problems.add(new Finding("UNKNOWN_ROLE", "role", "There is no such role."));
    }
    if (hire.wageRate() != null && hire.wageRate().compareTo(new BigDecimal("20")) > 0) {
      problems.add(new Finding("OUTSIDE_ROLE", "wageRate", "The wage lies outside the role."));
    }
    Hire whole =
        known
            ? hire.completed(
                hire.posUserId(),
                hire.wageRate() == null ? new BigDecimal("15.50") : hire.wageRate(),
                hire.sites() == null ? SiteChoice.of(List.of("Wash 37135")) : hire.sites(),
                hire.permissionTemplate() == null ? "General User" : hire.permissionTemplate(),
                hire.departments())
            : hire;
    return new RuledHire(
        whole,
        problems,
        List.of("By " + hire.role().orElse("a model")),
        null,
        hire.posUserId() == null && known ? Optional.of(range) : Optional.empty());
  }
}
