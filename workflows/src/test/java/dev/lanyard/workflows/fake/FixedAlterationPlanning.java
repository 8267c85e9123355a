package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.AlterationPlanning;
import dev.lanyard.workflows.access.ResultingAccess;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Plans in UTC, with a digest that is the access itself in words. */
public final class FixedAlterationPlanning implements AlterationPlanning {

  /** The day on which everything without a day counts. */
  public static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  public volatile String order = AlterationPlan.NEW_BEFORE_OLD;

  @Override
  public AlterationPlan compose(ResultingAccess access) {
    return new AlterationPlan(
        access.sites()
            + " "
            + access.permissions()
            + " "
            + access.departments()
            + " "
            + access.wageRate()
            + " "
            + access.staff(),
        access.from().map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC)),
        "UTC",
        access.from().orElse(TODAY),
        order,
        access.staff().map(StaffAccess::siteIds).orElse(List.of()).stream()
            .map(id -> new StaffSite(id, RememberingStaffRecords.nameOf(id)))
            .toList());
  }
}
