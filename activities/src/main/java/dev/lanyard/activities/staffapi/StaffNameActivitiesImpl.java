package dev.lanyard.activities.staffapi;

import dev.lanyard.workflows.staffapi.StaffAccessNames;
import dev.lanyard.workflows.staffapi.StaffNameActivities;
import dev.lanyard.workflows.staffapi.StaffNamesResolved;
import java.util.List;

/** "resolve staff access names": by the same mapping and policy as a hire's. */
public final class StaffNameActivitiesImpl implements StaffNameActivities {

  private final StaffApi api;

  /** The API may be shared with other activities. */
  public StaffNameActivitiesImpl(StaffApi api) {
    this.api = api;
  }

  @Override
  public StaffNamesResolved resolve(StaffAccessNames names) {
    return api.ordinary(
        () -> {
          SiteMapping mapping =
              names.siteNames().isEmpty()
                  ? new SiteMapping(List.of(), List.of())
                  : SiteMapping.of(names.siteNames(), api.settings().siteMap(), api.sites());
          return new StaffNamesResolved(
              mapping.problems(),
              names.template().map(api.settings()::givesAccount).orElse(true),
              mapping.sites(),
              names.template().map(api.settings()::permissionsFor));
        });
  }
}
