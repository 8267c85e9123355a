package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.FormPair;

/**
 * How a form names its site block: an employee's wraps each name in {@code employee[..]} (section
 * 6.1), a web user's has bare names and one list of site ids (section 13.3).
 */
enum SiteNames {
  EMPLOYEE,
  WEB_USER;

  private static final String[] LISTED = {
    "isAllRegionsAllowed",
    "isAllSitesAllowed",
    "disabledRegions",
    "disabledDistricts",
    "isAllDistrictsAllowedByRegion",
    "isAllSitesAllowedByDistrict",
    "sites",
    "siteIds"
  };

  String allRegions() {
    return name("isAllRegionsAllowed");
  }

  String allSites() {
    return name("isAllSitesAllowed");
  }

  String deniedRegions() {
    return name("disabledRegions") + "[]";
  }

  String deniedDistricts() {
    return name("disabledDistricts") + "[]";
  }

  String wholeRegions() {
    return name("isAllDistrictsAllowedByRegion") + "[]";
  }

  /** The district's id follows in brackets. */
  String wholeDistricts() {
    return name("isAllSitesAllowedByDistrict");
  }

  /** Of a flat tenant; of a web user on any tenant. */
  String siteIds() {
    return name("siteIds") + "[]";
  }

  /** The box of a site, which a browser does not send; a web user's has no name at all. */
  String boxSelector(int site) {
    return this == EMPLOYEE
        ? "input[name=\"employee[sites][" + site + "][isAvailable]\"]"
        : SiteTree.SITE + "[value=\"" + site + "\"]";
  }

  /** The hidden input whose being enabled makes a site a member. */
  String memberSelector(int site) {
    return "input[name=\""
        + member(site).name()
        + "\"]"
        + (this == EMPLOYEE ? "" : "[type=hidden][value=\"" + site + "\"]");
  }

  /** What grants a site where there are regions. */
  FormPair member(int site) {
    return new FormPair(
        this == EMPLOYEE ? "employee[sites][" + site + "][siteId]" : siteIds(),
        Integer.toString(site));
  }

  /** Everything of a form that belongs to sites (section 8.2). */
  String[] prefixes() {
    String[] prefixes = new String[LISTED.length];
    for (int i = 0; i < LISTED.length; i++) {
      prefixes[i] = name(LISTED[i]);
    }
    return prefixes;
  }

  private String name(String plain) {
    return this == EMPLOYEE ? "employee[" + plain + "]" : plain;
  }
}
