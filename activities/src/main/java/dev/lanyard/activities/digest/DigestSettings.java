package dev.lanyard.activities.digest;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;

/**
 * Who gets which digest.
 *
 * @param taskQueue of the runs that are looked at
 * @param groupBySite by the exact long name of a Backoffice site
 * @param everybodyElse the group of every other site, and of runs whose site is not known yet
 * @param operators get the list of unclean ends
 * @param siteZones by the exact long name of a Backoffice site
 * @param defaultZone of every other site, and of runs whose site is not known yet
 * @param ahead how far a digest looks
 */
public record DigestSettings(
    String taskQueue,
    Map<String, String> groupBySite,
    String everybodyElse,
    String operators,
    Map<String, ZoneId> siteZones,
    ZoneId defaultZone,
    Duration ahead) {

  public DigestSettings {
    groupBySite = Map.copyOf(groupBySite);
    siteZones = Map.copyOf(siteZones);
  }

  ZoneId zoneOf(String site) {
    return siteZones.getOrDefault(site, defaultZone);
  }

  String groupOf(String site) {
    return groupBySite.getOrDefault(site, everybodyElse);
  }
}
