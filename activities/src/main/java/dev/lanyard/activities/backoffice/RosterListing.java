package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.activities.backoffice.client.RosterFilter;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteTree;
import dev.lanyard.activities.name.NamePattern;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterEntry;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** "list employees": by name or POS user ID with the server's filters, else page by page. */
final class RosterListing {

  /** Of a long list of sites a reader sees the first ones; keeps the answer small (guessed). */
  private static final int CODES_LISTED = 50;

  /** Enough to see how names are written here; keeps the failure small (guessed). */
  private static final int NAMES_TOLD = 50;

  private final BackofficeClient client;

  RosterListing(BackofficeClient client) {
    this.client = client;
  }

  RosterAnswer list(RosterQuestion question) {
    return client.converse(EmployeeVerification::neverWrites, talk -> list(talk, question));
  }

  private static RosterAnswer list(Conversation talk, RosterQuestion question) {
    RosterFilter filter =
        RosterFilter.everybody()
            .active(question.active())
            .atSites(siteIds(talk, question.siteNames()))
            .sorted(question.byLastName(), question.descending());
    if (question.posUserId().isEmpty() && question.personName().isEmpty()) {
      return page(talk, filter, question);
    }
    List<RosterRow> found = found(talk, filter, question);
    List<RosterRow> shown =
        found.stream()
            .skip((question.page() - 1L) * RosterQuestion.ROWS)
            .limit(RosterQuestion.ROWS)
            .toList();
    boolean more = found.size() > (long) question.page() * RosterQuestion.ROWS;
    return answer(shown, question, more);
  }

  private static RosterAnswer page(
      Conversation talk, RosterFilter filter, RosterQuestion question) {
    Optional<RosterPage> page = talk.roster(filter, question.page());
    List<RosterRow> rows =
        page.map(RosterPage::rows).orElse(List.of()).stream()
            .filter(row -> meant(row, question))
            .limit(RosterQuestion.ROWS)
            .toList();
    boolean more = page.flatMap(RosterPage::nextLink).isPresent();
    return answer(rows, question, more);
  }

  private static RosterAnswer answer(List<RosterRow> rows, RosterQuestion question, boolean more) {
    return new RosterAnswer(
        rows.stream().map(row -> entry(row, CODES_LISTED)).toList(),
        question.page(),
        more,
        rows.isEmpty() ? List.of(TakenValues.ROSTER_BLIND_SPOT) : List.of());
  }

  /**
   * The filters compare beginnings, first and last name apart, and names may be stored with blanks
   * before them (section 12.1): so both are asked, and who begins with a blank besides.
   */
  private static List<RosterRow> found(
      Conversation talk, RosterFilter filter, RosterQuestion question) {
    Stream<RosterFilter> asked =
        question.posUserId().isPresent()
            ? Stream.of(filter.posUserId(question.posUserId().get().value()))
            : Stream.of(NamePattern.of(question.personName().orElseThrow()).firstWord(), " ")
                .flatMap(word -> Stream.of(filter.firstName(word), filter.lastName(word)));
    Map<Integer, RosterRow> found = new HashMap<>();
    asked.forEach(
        one ->
            talk.roster(
                one,
                row -> {
                  if (meant(row, question)) {
                    found.put(row.employeeId(), row);
                  }
                }));
    return found.values().stream().sorted(order(question)).toList();
  }

  /** What the server answered is compared again: its filters may be wider (section 12.2). */
  private static boolean meant(RosterRow row, RosterQuestion question) {
    return question.active().filter(wanted -> wanted != row.active()).isEmpty()
        && question.posUserId().filter(id -> !row.posUserId().equals(id.toString())).isEmpty()
        && question
            .personName()
            .map(NamePattern::of)
            .filter(name -> !name.fits(row.firstName(), row.lastName()))
            .isEmpty();
  }

  private static Comparator<RosterRow> order(RosterQuestion question) {
    Comparator<RosterRow> byFirst =
        Comparator.comparing(RosterRow::firstName, String.CASE_INSENSITIVE_ORDER);
    Comparator<RosterRow> byLast =
        Comparator.comparing(RosterRow::lastName, String.CASE_INSENSITIVE_ORDER);
    Comparator<RosterRow> order =
        (question.byLastName() ? byLast.thenComparing(byFirst) : byFirst.thenComparing(byLast))
            .thenComparingInt(RosterRow::employeeId);
    return question.descending() ? order.reversed() : order;
  }

  /** By long name first, then by short code; the form lists both. */
  private static List<Integer> siteIds(Conversation talk, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    CreatePage form = talk.createPage();
    Set<Integer> ids = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      List<Integer> named = form.sites().named(name).stream().map(SiteTree.Site::id).toList();
      List<Integer> found =
          named.isEmpty()
              ? form.siteCodes().entrySet().stream()
                  .filter(code -> code.getValue().equals(name))
                  .map(Map.Entry::getKey)
                  .toList()
              : named;
      ids.addAll(found);
      if (found.isEmpty()) {
        unknown.add("\"" + name + "\"");
      }
    }
    if (!unknown.isEmpty()) {
      throw BackofficeFailures.last(
          FailureTypes.INPUT_REFUSED,
          "There is no site "
              + String.join(", ", unknown)
              + ". Valid names: "
              + String.join(", ", told(form.sites()))
              + ".");
    }
    return List.copyOf(ids);
  }

  private static List<String> told(SiteTree tree) {
    List<String> names =
        new ArrayList<>(
            tree.sites().stream().map(SiteTree.Site::name).sorted().limit(NAMES_TOLD).toList());
    int more = tree.sites().size() - names.size();
    if (more > 0) {
      names.add("and " + more + " more");
    }
    return names;
  }

  static RosterEntry entry(RosterRow row, int codes) {
    return new RosterEntry(
        row.employeeId(),
        row.posUserId(),
        row.firstName(),
        row.lastName(),
        row.active(),
        row.siteCodes().stream().limit(codes).toList(),
        row.siteCodes().size(),
        row.access(),
        row.departments(),
        row.phoneDigits(),
        row.wageType());
  }
}
