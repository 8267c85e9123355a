package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.BrowserForm;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One web user's sites and permissions, and all templates (section 13.3). */
public final class UserPermissionPage {

  private static final String PAGE = "user permission page";
  private static final String FORM = "#main-column form[action$=\"/user/permissions/update\"]";
  private static final String TOKENS = "input[name^=\"perms[\"][name$=\"][token]\"]";
  private static final String TEMPLATE = "template";
  private static final String TEMPLATE_TOKENS = "data-permissions-set";
  private static final Pattern TOKEN_NAME = Pattern.compile("perms\\[(\\d{1,6})]\\[token]");
  private static final Pattern ENABLED_NAME = Pattern.compile("perms\\[\\d{1,6}]\\[isEnabled]");
  private static final Pattern COMMA = Pattern.compile(",");

  /** One permission: its token and the name of its box. */
  private record Row(String token, String box, boolean enabled) {}

  private final Markup form;
  private final SiteBlock sites;
  private final List<Row> rows;
  private final List<WebTemplate> templates;
  private final List<String> alerts;

  private UserPermissionPage(Markup form, List<String> alerts) {
    this.form = form;
    this.alerts = alerts;
    this.sites = SiteBlock.parse(form, SiteNames.WEB_USER);
    this.rows = form.all(TOKENS).stream().map(input -> row(form, input)).toList();
    this.templates =
        form.one("select[name=" + TEMPLATE + "]").select("option").stream()
            .filter(option -> !option.attr("value").isBlank())
            .map(option -> template(form, option))
            .toList();
  }

  public static UserPermissionPage parse(Document document) {
    Markup page = Markup.of(document, PAGE);
    Markup form = page.within(page.whole(FORM));
    form.named("userId");
    form.one(TOKENS);
    return new UserPermissionPage(form, ServerAlerts.of(document));
  }

  private static Row row(Markup form, Element input) {
    Matcher matcher = TOKEN_NAME.matcher(input.attr("name"));
    String token = input.attr("value").strip();
    if (!matcher.matches() || token.isEmpty()) {
      throw form.changed("a permission's token is not a value of perms[N][token]");
    }
    String box = "perms[" + matcher.group(1) + "][isEnabled]";
    return new Row(token, box, form.named(box).hasAttr("checked"));
  }

  private static WebTemplate template(Markup form, Element option) {
    if (!option.hasAttr(TEMPLATE_TOKENS)) {
      throw form.changed(TEMPLATE_TOKENS + " of a template is missing");
    }
    return new WebTemplate(
        form.number(option.attr("value"), "a template's value"),
        option.text().strip(),
        COMMA
            .splitAsStream(option.attr(TEMPLATE_TOKENS))
            .map(String::strip)
            .filter(token -> !token.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  public int userId() {
    return form.number(form.value("userId"), "userId");
  }

  public SiteTree sites() {
    return sites.tree();
  }

  /** Empty on a flat tenant whose boxes do not say what they mean (section 6.6). */
  public Optional<SiteAccess> access() {
    return sites.access();
  }

  /** What a flat tenant's boxes say of themselves. */
  public Optional<Polarity> labelledPolarity() {
    return sites.labelled();
  }

  public List<WebTemplate> templates() {
    return templates;
  }

  /** Every token that can be granted here. */
  public SortedSet<String> offeredTokens() {
    return rows.stream().map(Row::token).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The tokens that the user has now. */
  public SortedSet<String> tokens() {
    return rows.stream()
        .filter(Row::enabled)
        .map(Row::token)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the server has to complain of; belongs to the session's last write (section 4.1). */
  public List<String> alerts() {
    return alerts;
  }

  /**
   * The whole form with these sites and exactly these permissions; what is not named is denied by
   * absence.
   *
   * @param templateId as the page's own select would send it; empty for none
   * @param proven what a flat tenant's boxes mean; ignored for a hierarchical one
   * @throws IllegalArgumentException see {@link SiteEncoding#restricted}
   */
  public FormEntries granting(
      Optional<Integer> templateId,
      Collection<String> tokens,
      SiteAccess access,
      Optional<Polarity> proven) {
    return withTokens(templateId, tokens)
        .dropByPrefix(SiteNames.WEB_USER.prefixes())
        .append(sites.pairs(access, proven));
  }

  /** The whole form without any permission, its sites as they stand. */
  public FormEntries withoutPermissions() {
    return withTokens(Optional.empty(), List.of());
  }

  /**
   * The same of one without a site: nothing that could grant one goes out, whatever the markup
   * contradicts itself in. What a flat tenant's list means is not known, so it stays.
   */
  public FormEntries withoutPermissionsAndSites() {
    return sites().flat()
        ? withoutPermissions()
        : withoutPermissions().dropByPrefix("isAll", SiteNames.WEB_USER.siteIds());
  }

  private FormEntries withTokens(Optional<Integer> templateId, Collection<String> tokens) {
    if (!offeredTokens().containsAll(tokens)) {
      throw form.changed("a permission that is to be granted has no box");
    }
    List<FormPair> enabled =
        rows.stream()
            .filter(row -> tokens.contains(row.token()))
            .map(row -> new FormPair(row.box(), "1"))
            .toList();
    return BrowserForm.entries(form.root())
        .dropIf(pair -> ENABLED_NAME.matcher(pair.name()).matches())
        .replace(TEMPLATE, templateId.map(String::valueOf).orElse(""))
        .append(enabled);
  }
}
