package dev.lanyard.activities.staffapi.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of an update: the access after it, complete. There is no update without the site list,
 * since the API takes a left out {@code sites} for all sites; and none that makes an administrator.
 *
 * @param permissions codes; empty revokes all
 * @param siteIds empty removes all
 */
public record StaffUpdate(List<String> permissions, List<Long> siteIds) {

  public StaffUpdate {
    permissions = List.copyOf(permissions);
    siteIds = List.copyOf(siteIds);
  }

  /** No access at all. */
  public static StaffUpdate revocation() {
    return new StaffUpdate(List.of(), List.of());
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("is_admin", false);
    body.put("permissions", permissions);
    body.put("sites", siteIds);
    return body;
  }
}
