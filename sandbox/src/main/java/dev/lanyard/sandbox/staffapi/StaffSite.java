package dev.lanyard.sandbox.staffapi;

import java.util.List;

/** A site of the company. The names are Backoffice's, plus one that Backoffice lacks. */
record StaffSite(long id, String name, String code) {
  static final List<StaffSite> SEEDED =
      List.of(
          new StaffSite(921, "Wash 37135", "W37135"),
          new StaffSite(922, "Harbor Wash", "HARB"),
          new StaffSite(923, "Creek Wash", "CREEK"),
          new StaffSite(924, "Canyon Wash", "CANYON"),
          new StaffSite(925, "Mesa Wash", "MESA"),
          new StaffSite(926, "Pine Wash", "PINE"),
          new StaffSite(927, "Airport Kiosk", "KIOSK"));

  static List<Long> ids(List<StaffSite> sites) {
    return sites.stream().map(StaffSite::id).toList();
  }
}
