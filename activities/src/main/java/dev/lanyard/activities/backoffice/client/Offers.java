package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.PermissionMatrix;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.SiteTree;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the tenant offers to everybody alike, within one conversation: from what this client
 * remembers, else from a page. A remembered copy is never the last word: each caller says what it
 * needs of it, and where the copy does not have that, the page is read anew.
 */
public final class Offers {

  private final Conversation talk;
  private final Discovery discovery;
  private final VisibleSites visibleSites;
  private CreatePage createPageOfNow;

  Offers(Conversation talk, Discovery discovery, VisibleSites visibleSites) {
    this.talk = talk;
    this.discovery = discovery;
    this.visibleSites = visibleSites;
  }

  /**
   * The create page: as remembered, if that serves; else as it is now, whether that serves or not.
   *
   * @param serves not asked of what was read just now
   */
  public CreatePage createPage(Predicate<CreatePage> serves) {
    return discovery
        .createPage()
        .get(serves, () -> Optional.of(talk.createPage()))
        .orElseThrow(() -> new IllegalStateException("a page that was read is there"));
  }

  /**
   * The create page as it is now, when it is not as it was used here: what was remembered may have
   * been too old. Empty when this conversation itself had read it.
   */
  public Optional<CreatePage> otherThan(CreatePage used) {
    return used.equals(createPageOfNow)
        ? Optional.empty()
        : Optional.of(talk.createPage()).filter(now -> !now.equals(used));
  }

  /** Templates and matrix: as remembered, if that serves; else of this employee's page. */
  public PermissionMatrix permissions(int employeeId, Predicate<PermissionMatrix> serves) {
    return discovery
        .permissions()
        .get(serves, () -> Optional.of(talk.permissionPage(employeeId).matrix()))
        .orElseThrow(() -> new IllegalStateException("a page that was read is there"));
  }

  /**
   * The same, else of anybody's page, since it stands on everybody's (section 9.1).
   *
   * @return empty when the bot sees no employee at all
   */
  public Optional<PermissionMatrix> permissions(Predicate<PermissionMatrix> serves) {
    return discovery
        .permissions()
        .get(
            serves,
            () -> talk.anybody().map(row -> talk.permissionPage(row.employeeId()).matrix()));
  }

  /**
   * Sites that the configuration names and the bot does not see. A site that is only called
   * otherwise now is seen.
   *
   * @param known names under which the caller knows sites, with their ids
   */
  public SortedSet<String> hiddenSites(SiteTree sites, Map<String, Integer> known) {
    return visibleSites.hidden(sites, known);
  }

  /**
   * The same where no page of the caller's shows sites: by the remembered create page, which is
   * dropped when any page shows otherwise; else by the create page as it is now. No request when
   * the configuration names no site.
   */
  public SortedSet<String> hiddenSites(Map<String, Integer> known) {
    return visibleSites.expectsAny()
        ? hiddenSites(createPage(page -> hiddenSites(page.sites(), known).isEmpty()).sites(), known)
        : new TreeSet<>();
  }

  /** Something was refused or is not as it was: the next one that asks reads anew. */
  public void forget() {
    discovery.forget();
  }

  CreatePage read(CreatePage page) {
    createPageOfNow = page;
    notice(page.sites());
    discovery.createPage().keep(page);
    return page;
  }

  EditPage read(EditPage page) {
    page.readableSites().ifPresent(this::notice);
    return page;
  }

  PermissionPage read(PermissionPage page) {
    discovery.permissions().keep(page.matrix());
    return page;
  }

  /** A page that was read just now says which sites the bot sees just now. */
  private void notice(SiteTree sites) {
    if (visibleSites.notice(sites)) {
      discovery.forget();
    }
  }
}
