package dev.lanyard.activities.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.CompensationPage;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.LoginPage;
import dev.lanyard.activities.backoffice.page.Markup;
import dev.lanyard.activities.backoffice.page.PageChanged;
import dev.lanyard.activities.backoffice.page.PageTruncated;
import dev.lanyard.activities.backoffice.page.PermissionPage;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.SiteAccess;
import dev.lanyard.activities.backoffice.page.Skeleton;
import dev.lanyard.activities.backoffice.page.UserCreatePage;
import dev.lanyard.activities.backoffice.page.UserListPage;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.sandbox.TenantShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sandbox's pages, cut at many bytes: either all values are those of the whole page, or it is
 * said that the page is not whole. Never another value.
 */
class TruncatedPagesTest {

  /** For each page, spread over all of it. */
  private static final int EVENLY = 250;

  private static final int AT_RANDOM = 100;

  /** For each kind of place that markup can be cut in. */
  private static final int IN_SUCH_PLACES = 15;

  private static final List<Pattern> PLACES =
      List.of(
          Pattern.compile("</form>"),
          Pattern.compile("</table>"),
          Pattern.compile("</select>"),
          Pattern.compile("</fieldset>"),
          Pattern.compile("<input[^>]*>"),
          Pattern.compile("<option[^>]*>"),
          Pattern.compile("<tr[^>]*>"),
          Pattern.compile("=\"[^\"]+\""),
          Pattern.compile("&[#a-z0-9]+;"),
          Pattern.compile("\\bchecked\\b"),
          Pattern.compile("\\bdisabled\\b"),
          Pattern.compile("\\bselected\\b"),
          Pattern.compile("fa-check"));

  /** Makes a document of a body; of a long list, the entries come one by one. */
  @FunctionalInterface
  interface Reader {
    Document read(InputStream body, String path, List<Object> found) throws IOException;
  }

  /** A page of the sandbox's and everything that is read of it. */
  enum Kind {
    EDIT("/employee/edit/401", TruncatedPagesTest::edit),
    CREATE("/employee/create", TruncatedPagesTest::create),
    PERMISSIONS("/employee/permissions/401", TruncatedPagesTest::permissions),
    COMPENSATION("/employee/compensation/401", TruncatedPagesTest::compensation),
    ROSTER("/employee?active=all", TruncatedPagesTest::roster),
    ROSTER_OF_ONE("/employee?posUserId=70001&active=all&limit=200", TruncatedPagesTest::roster),
    ROSTER_BY_ROWS(
        "/employee?active=all&limit=10000",
        TruncatedPagesTest::roster,
        (in, path, found) -> RosterPage.read(in, path, found::add)),
    USER_CREATE(
        "/user/create",
        document -> {
          var unused = UserCreatePage.parse(document, List.of());
          return List.of();
        },
        (in, path, found) -> UserCreatePage.read(in, path, found::add)),
    USERS("/user?statusSearch=all", TruncatedPagesTest::users);

    private final String path;
    private final Function<Document, List<Object>> values;
    private final Reader reader;

    Kind(String path, Function<Document, List<Object>> values) {
      this(
          path,
          values,
          (in, location, found) ->
              Markup.document(new String(in.readAllBytes(), StandardCharsets.UTF_8), location));
    }

    Kind(String path, Function<Document, List<Object>> values, Reader reader) {
      this.path = path;
      this.values = values;
      this.reader = reader;
    }

    /** Only these two show sites. */
    private List<TenantShape> shapes() {
      return this == EDIT || this == CREATE
          ? List.of(TenantShape.values())
          : List.of(TenantShape.values()[0]);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aCutPageIsReadAsTheWholeOneOrNotAtAll(Kind kind, @TempDir Path folder) throws IOException {
    for (TenantShape shape : kind.shapes()) {
      SandboxOptions options = SandboxOptions.defaults().withTenant(shape).withEmployees(30);
      try (SandboxTenant tenant = SandboxTenant.start(options, folder.resolve(shape.name()))) {
        unusualPerson(tenant);
        byte[] page = new SandboxPages(tenant).get(kind.path);
        List<Object> whole = values(kind, page, page.length).orElseThrow();
        SortedSet<Integer> cuts = cuts(page);
        assertThat(cuts).hasSizeGreaterThan(300);
        int readAnyway = 0;
        for (int cut : cuts) {
          Optional<List<Object>> read = values(kind, page, cut);
          assertThat(read.orElse(whole)).as(where(kind, page, cut)).isEqualTo(whole);
          readAnyway += read.isPresent() ? 1 : 0;
        }
        assertThat(readAnyway).as("cut behind what is needed").isBetween(1, cuts.size() * 3 / 4);
      }
    }
  }

  /** Entities, several bytes for one character, and an access that has to be spelled out. */
  private static void unusualPerson(SandboxTenant tenant) {
    tenant.call(
        "POST",
        "employees/401",
        """
        {"firstName":"Zoë <b>","lastName":"O'Example & Söhne 🚗","email":"zoe@example.test"}
        """);
  }

  /** As a conversation reads a page: empty when it says that there is none, or no whole one. */
  private static Optional<List<Object>> values(Kind kind, byte[] page, int length)
      throws IOException {
    List<Object> found = new ArrayList<>();
    try {
      Document document =
          kind.reader.read(new ByteArrayInputStream(page, 0, length), kind.path, found);
      if (!Skeleton.isIn(document)) {
        assertThat(LoginPage.isShownBy(document)).isFalse();
        return Optional.empty();
      }
      found.addAll(kind.values.apply(document));
      return Optional.of(found);
    } catch (PageTruncated | PageChanged told) {
      assertThat(told).hasMessageNotContaining("Zo");
      return Optional.empty();
    }
  }

  private static List<Object> edit(Document document) {
    EditPage page = EditPage.parse(document);
    SiteAccess one = SiteAccess.of(List.of(page.sites().ids().first()));
    Optional<FormEntries> restricted =
        page.sites().flat() ? Optional.empty() : Optional.of(page.withSites(one, Optional.empty()));
    return List.of(
        page.employeeId(),
        page.posUserId(),
        page.firstName(),
        page.lastName(),
        page.phoneDigits(),
        page.email(),
        page.adpEmployeeId(),
        page.startDate(),
        page.active(),
        page.departments(),
        page.departmentNames(),
        page.sites(),
        page.access(),
        page.labelledPolarity(),
        page.alerts(),
        page.unchanged(),
        page.inactive(),
        restricted);
  }

  private static List<Object> create(Document document) {
    CreatePage page = CreatePage.parse(document);
    SiteAccess all = SiteAccess.everywhere(page.sites());
    return List.of(
        page.sites(),
        page.departments(),
        page.siteCodes(),
        page.filled(FormEntries.of("employee[firstName]", "Dana"), all, Optional.empty()));
  }

  private static List<Object> permissions(Document document) {
    PermissionPage page = PermissionPage.parse(document);
    return List.of(
        page.employeeId(),
        page.posUserId(),
        page.templates(),
        page.current(),
        page.granting(6, page.templates().get(0).permissions()));
  }

  private static List<Object> compensation(Document document) {
    CompensationPage page = CompensationPage.parse(document);
    return List.of(
        page.employeeId(), page.history(), page.earliest(), page.wageSites(), page.blank());
  }

  private static List<Object> roster(Document document) {
    RosterPage page = RosterPage.parse(document);
    return List.of(
        page.rows(), page.row(70001), page.siteCodes(), page.nextLink(), page.pagerLinks());
  }

  private static List<Object> users(Document document) {
    UserListPage page = UserListPage.parse(document);
    return List.of(page.usersWith("zoe@example.test"), page.usersWith(""));
  }

  /** Lengths, the same ones for the same page. */
  private static SortedSet<Integer> cuts(byte[] page) {
    SortedSet<Integer> cuts = new TreeSet<>();
    for (int i = 1; i <= EVENLY; i++) {
      cuts.add((int) ((long) page.length * i / (EVENLY + 1)));
    }
    // One char for one byte, so that places in the text are places in the page.
    String bytes = new String(page, StandardCharsets.ISO_8859_1);
    Random random = new Random(42);
    random.ints(AT_RANDOM, 0, page.length).forEach(cuts::add);
    for (Pattern place : PLACES) {
      List<int[]> found = new ArrayList<>();
      Matcher matcher = place.matcher(bytes);
      while (matcher.find()) {
        found.add(new int[] {matcher.start(), matcher.end()});
      }
      int every = Math.max(1, found.size() * 3 / IN_SUCH_PLACES);
      for (int i = 0; i < found.size(); i++) {
        if (i % every == 0 || i == found.size() - 1) {
          int[] at = found.get(i);
          Stream.of(at[0], (at[0] + at[1]) / 2, at[1] - 1, at[1]).forEach(cuts::add);
        }
      }
    }
    cuts.remove(page.length);
    return cuts;
  }

  private static String where(Kind kind, byte[] page, int cut) {
    int from = Math.max(0, cut - 80);
    return "%s cut at %d of %d, after %s"
        .formatted(
            kind,
            cut,
            page.length,
            new String(page, from, cut - from, StandardCharsets.ISO_8859_1));
  }
}
