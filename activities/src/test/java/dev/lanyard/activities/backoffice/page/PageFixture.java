package dev.lanyard.activities.backoffice.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/** Pages written by hand from the protocol's skeletons, with invented people and sites (0.2). */
public final class PageFixture {

  /** The tree of section 0.2. */
  static final SiteTree TREE =
      new SiteTree(
          List.of(1, 2),
          List.of(
              new SiteTree.District(10, 1),
              new SiteTree.District(11, 1),
              new SiteTree.District(20, 2)),
          List.of(
              site(101, "Harbor Wash", 10, 1),
              site(102, "Mill Wash", 10, 1),
              site(103, "Creek Wash", 11, 1),
              site(201, "Canyon Wash", 20, 2),
              site(202, "Mesa Wash", 20, 2),
              site(203, "Pine Wash", 20, 2)));

  private PageFixture() {}

  private static SiteTree.Site site(int id, String name, int district, int region) {
    return new SiteTree.Site(id, name, Optional.of(new SiteTree.District(district, region)));
  }

  /**
   * @param name such as {@code edit}; site blocks are filled in for access to site 101
   */
  public static String html(String name) {
    SiteAccess access = SiteAccess.of(Set.of(101));
    return html(
        name, name.startsWith("user") ? userSiteBlock(TREE, access) : siteBlock(TREE, access));
  }

  public static String html(String name, String siteBlock) {
    try (InputStream in = PageFixture.class.getResourceAsStream(name + ".html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("<!--sites-->", siteBlock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document page(String name) {
    return Markup.document(html(name), "/" + name);
  }

  /** Sections 6.2: how the server renders stored access, region by region. */
  public static String siteBlock(SiteTree tree, SiteAccess access) {
    StringBuilder html = new StringBuilder("<fieldset class=\"boac-accessible-sites\">");
    html.append(
        box(
            "boac-permission-type-region",
            "boac-permission-type-region",
            "name=\"employee[isAllRegionsAllowed]\"",
            access.all()));
    for (int region : tree.regions()) {
      boolean denied = !access.all() && granted(tree, access, region, null).isEmpty();
      html.append(
              box(
                  "boac-permission-region-option",
                  "boac-permission-region-" + region,
                  "data-on=\"No\" data-off=\"Yes\" data-region-id=\""
                      + region
                      + "\" value=\""
                      + region
                      + "\" name=\"employee[disabledRegions][]\""
                      + (access.all() ? " disabled" : ""),
                  denied))
          .append(
              box(
                  "boac-permission-type-district",
                  "boac-permission-type-district-for-region-" + region,
                  "name=\"employee[isAllDistrictsAllowedByRegion][]\" value=\"" + region + "\"",
                  access.all()));
      for (SiteTree.District district : tree.districts()) {
        if (district.region() == region) {
          html.append(district(tree, access, district, denied));
        }
      }
    }
    return html.append("</fieldset>").toString();
  }

  /** The same as a web user's form has it: bare names, nameless boxes (section 13.3). */
  static String userSiteBlock(SiteTree tree, SiteAccess access) {
    return siteBlock(tree, access)
        .replaceAll("name=\"employee\\[sites]\\[\\d+]\\[isAvailable]\"", "")
        .replaceAll("employee\\[sites]\\[\\d+]\\[siteId]", "siteIds[]")
        .replaceAll("employee\\[(\\w+)]", "$1");
  }

  private static String district(
      SiteTree tree, SiteAccess access, SiteTree.District district, boolean regionDenied) {
    StringBuilder html = new StringBuilder();
    boolean denied = !access.all() && granted(tree, access, district.region(), district).isEmpty();
    html.append(
            box(
                "boac-permission-district-option",
                "boac-permission-district-" + district.id(),
                "data-region-id=\""
                    + district.region()
                    + "\" data-district-id=\""
                    + district.id()
                    + "\" value=\""
                    + district.id()
                    + "\" name=\"employee[disabledDistricts][]\""
                    + (regionDenied || access.all() ? " disabled" : ""),
                denied))
        .append(
            box(
                "boac-permission-type-site",
                "boac-permission-type-site-for-district-" + district.id(),
                "name=\"employee[isAllSitesAllowedByDistrict][" + district.id() + "]\"",
                access.all()));
    for (SiteTree.Site site : tree.sites()) {
      if (site.district().filter(district::equals).isPresent()) {
        boolean yes = access.all() || access.siteIds().contains(site.id());
        html.append(
                box(
                    "boac-permission-site-option",
                    "boac-permission-site-" + site.id(),
                    "data-district-id=\""
                        + district.id()
                        + "\" data-on=\"No\" data-off=\"Yes\" value=\""
                        + site.id()
                        + "\" name=\"employee[sites]["
                        + site.id()
                        + "][isAvailable]\"",
                    !yes))
            .append("<label for=\"boac-permission-site-")
            .append(site.id())
            .append("\">Site <strong>(")
            .append(site.name())
            .append(")</strong></label><input type=\"hidden\" name=\"employee[sites][")
            .append(site.id())
            .append("][siteId]\" value=\"")
            .append(site.id())
            .append('"')
            .append(yes && !access.all() ? "" : " disabled")
            .append('>');
      }
    }
    return html.toString();
  }

  private static Set<Integer> granted(
      SiteTree tree, SiteAccess access, int region, SiteTree.District district) {
    return tree.sites().stream()
        .filter(site -> site.district().orElseThrow().region() == region)
        .filter(site -> district == null || site.district().filter(district::equals).isPresent())
        .map(SiteTree.Site::id)
        .filter(access.siteIds()::contains)
        .collect(Collectors.toSet());
  }

  private static String box(String type, String id, String attributes, boolean checked) {
    return "<input type=\"checkbox\"\n class=\""
        + type
        + "\"\n id=\""
        + id
        + "\" "
        + attributes
        + (checked ? " checked" : "")
        + ">\n";
  }
}
