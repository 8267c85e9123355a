package dev.lanyard.activities.backoffice.page;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a web user may do and see (section 13.3), read only. */
public final class UserRightsPage {

  private static final String PAGE = "user permission page";
  private static final String FORM = "#main-column form[action$=\"/user/permissions/update\"]";
  private static final String EVERYWHERE =
      "input[name=isAllRegionsAllowed], input[name=isAllSitesAllowed]";
  private static final Pattern COMMA = Pattern.compile(",");

  private final Markup form;

  private UserRightsPage(Markup form) {
    this.form = form;
  }

  public static UserRightsPage parse(Document document) {
    Markup page = Markup.of(document, PAGE);
    UserRightsPage rights = new UserRightsPage(page.within(page.whole(FORM)));
    rights.form.one(EVERYWHERE);
    rights.form.one("select[name=template]");
    rights.form.one("input[name^=\"perms[\"][name$=\"][token]\"]");
    return rights;
  }

  /** Whether all sites are open, those that are added later too. */
  public boolean everywhere() {
    return form.one(EVERYWHERE).hasAttr("checked");
  }

  /** The tokens that are granted. */
  public Set<String> granted() {
    return form.all("input[name^=\"perms[\"][name$=\"][isEnabled]\"][checked]").stream()
        .map(box -> form.value(box.attr("name").replace("[isEnabled]", "[token]")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The tokens of the template of this name, whatever its case; empty when there is none. */
  public Optional<Set<String>> template(String name) {
    return form.all("select[name=template] option").stream()
        .filter(option -> option.text().strip().equalsIgnoreCase(name))
        .findFirst()
        .map(UserRightsPage::tokens);
  }

  private static Set<String> tokens(Element option) {
    return COMMA
        .splitAsStream(option.attr("data-permissions-set"))
        .map(String::strip)
        .filter(token -> !token.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
