package dev.lanyard.activities.backoffice.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * The sites that a form offers, in its order (section 6.2). A flat tenant has neither regions nor
 * districts (section 6.1).
 */
public record SiteTree(List<Integer> regions, List<District> districts, List<Site> sites) {

  static final String SITE = "input.boac-permission-site-option";
  static final String REGION = "input.boac-permission-region-option";
  static final String DISTRICT = "input.boac-permission-district-option";
  private static final Pattern IN_PARENTHESES = Pattern.compile("\\((.*)\\)", Pattern.DOTALL);

  /** A district and the id of its region. */
  public record District(int id, int region) {}

  /** A site; its name is a label, matched exactly and with case (section 6.2). */
  public record Site(int id, String name, Optional<District> district) {}

  public SiteTree {
    regions = List.copyOf(regions);
    districts = List.copyOf(districts);
    sites = List.copyOf(sites);
  }

  static SiteTree parse(Markup form) {
    List<Integer> regions =
        form.all(REGION).stream().map(input -> number(form, input, "data-region-id")).toList();
    Map<Integer, District> districts = new LinkedHashMap<>();
    for (Element input : form.all(DISTRICT)) {
      int id = number(form, input, "data-district-id");
      int region = number(form, input, "data-region-id");
      if (!regions.contains(region)) {
        throw form.changed("region " + region + " of district " + id + " is missing");
      }
      districts.put(id, new District(id, region));
    }
    List<Site> sites = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Element input : form.all(SITE)) {
      Site site = site(form, input, regions.isEmpty(), districts);
      if (!seen.add(site.id())) {
        throw form.changed("site " + site.id() + " is listed twice");
      }
      sites.add(site);
    }
    if (sites.isEmpty()) {
      throw form.changed(SITE + " is missing");
    }
    return new SiteTree(regions, List.copyOf(districts.values()), sites);
  }

  private static Site site(
      Markup form, Element input, boolean flat, Map<Integer, District> districts) {
    int id = number(form, input, "value");
    String name = label(form, input);
    if (flat) {
      return new Site(id, name, Optional.empty());
    }
    int district = number(form, input, "data-district-id");
    if (!districts.containsKey(district)) {
      throw form.changed("district " + district + " of site " + id + " is missing");
    }
    return new Site(id, name, Optional.of(districts.get(district)));
  }

  private static int number(Markup form, Element input, String attribute) {
    return form.number(input.attr(attribute), attribute + " of #" + input.id());
  }

  private static String label(Markup form, Element input) {
    Element strong = form.label(input.id()).selectFirst(Markup.compiled("strong"));
    if (strong == null) {
      throw form.changed("label[for=\"" + input.id() + "\"] strong is missing");
    }
    return withoutParentheses(strong.text());
  }

  static String withoutParentheses(String text) {
    Matcher matcher = IN_PARENTHESES.matcher(text);
    return matcher.matches() ? matcher.group(1).strip() : text;
  }

  /** Whether there are sites only (section 6.1). */
  public boolean flat() {
    return regions.isEmpty();
  }

  /** Sites of exactly this name; more than one cannot be told apart. */
  public List<Site> named(String name) {
    return sites.stream().filter(site -> site.name().equals(name)).toList();
  }

  /** Every id, ascending. */
  public SortedSet<Integer> ids() {
    return sites.stream().map(Site::id).collect(Collectors.toCollection(TreeSet::new));
  }
}
