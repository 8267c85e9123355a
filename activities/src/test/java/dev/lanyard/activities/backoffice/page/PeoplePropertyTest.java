package dev.lanyard.activities.backoffice.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any people, rendered as the protocol shows it, are read as they are. */
class PeoplePropertyTest {

  /** What a roster shows of somebody (section 12.1). */
  record Person(String first, String last, String phone, Set<String> codes, boolean active) {

    @Override
    public String toString() {
      return first + "/" + last + "/" + phone + "/" + codes + "/" + active;
    }
  }

  @Property(tries = 200)
  void aRosterOfAnybodyIsReadAsItIs(@ForAll("people") List<Person> people) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < people.size(); i++) {
      rows.append(row(401 + i, 70001 + i, people.get(i)));
    }
    String html =
        "<div id=main-column><table class='table table-employees-list'><thead><tr><th>x</th></tr>"
            + "</thead><tbody>"
            + rows
            + "</tbody></table></div>";

    RosterPage roster = RosterPage.parse(Markup.document(html, "/employee"));

    assertThat(roster.rows()).hasSameSizeAs(people);
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      RosterRow row = roster.row(70001 + i).orElseThrow();
      assertThat(row.employeeId()).isEqualTo(401 + i);
      assertThat(row.firstName()).isEqualTo(person.first());
      assertThat(row.lastName()).isEqualTo(person.last());
      assertThat(row.phoneDigits()).isEqualTo(person.phone().replaceAll("[^0-9]", ""));
      assertThat(new HashSet<>(row.siteCodes())).isEqualTo(person.codes());
      assertThat(row.active()).isEqualTo(person.active());
    }
  }

  @Property(tries = 200)
  void anEditPageOfAnybodyIsReadAsItIsAndPostedBackUnchanged(@ForAll("people") List<Person> some) {
    for (Person person : some) {
      String html =
          PageFixture.html("edit")
              .replace("value=\" Dana\"", "value=\"" + escaped(person.first()) + "\"")
              .replaceFirst(
                  "name=\"employee\\[lastName]\"\\s+value=\"[^\"]*\"",
                  java.util.regex.Matcher.quoteReplacement(
                      "name=\"employee[lastName]\" value=\"" + escaped(person.last()) + "\""));
      EditPage page = EditPage.parse(Markup.document(html, "/employee/edit/501"));
      assertThat(page.firstName()).isEqualTo(person.first());
      assertThat(page.lastName()).isEqualTo(person.last());
      assertThat(page.unchanged().pairs())
          .contains(
              new FormPair("employee[firstName]", person.first()),
              new FormPair("employee[lastName]", person.last()));
    }
  }

  /** A flat tenant's list, as a server of either polarity binds it (section 6.6). */
  @Property(tries = 200)
  void aFlatListIsBoundAsItWasMeant(
      @ForAll("flatTrees") SiteTree tree, @ForAll long pick, @ForAll Polarity polarity) {
    SortedSet<Integer> wanted = new TreeSet<>();
    List<Integer> ids = List.copyOf(tree.ids());
    IntStream.range(0, ids.size())
        .filter(i -> (pick >> i & 1) == 1)
        .forEach(i -> wanted.add(ids.get(i)));
    if (wanted.isEmpty()) {
      wanted.add(ids.get(0));
    }

    List<FormPair> posted = SiteEncoding.restricted(tree, wanted, Optional.of(polarity));

    assertThat(posted).allMatch(pair -> pair.name().equals("employee[siteIds][]"));
    Set<Integer> listed =
        posted.stream().map(pair -> Integer.valueOf(pair.value())).collect(Collectors.toSet());
    Set<Integer> bound = new TreeSet<>(tree.ids());
    if (polarity == Polarity.CHECKED_GRANTS) {
      bound.retainAll(listed);
    } else {
      bound.removeAll(listed);
    }
    assertThat(bound).isEqualTo(wanted);
  }

  @Provide
  Arbitrary<List<Person>> people() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withChars("abZ '\"&;<>#/=\u00e9\u00df\u0142\u05d0\u674e\u00a0")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(name -> "x" + name + "y");
    Arbitrary<String> phones =
        Arbitraries.of("", "(555) 010-0123", "555-010-0123", "5550100123", "+1 555 010 0123 ");
    Arbitrary<Set<String>> codes =
        Arbitraries.of("HARB", "MILL", "CREEK", "W37135", "A&B", "O'H").set().ofMaxSize(4);
    return Combinators.combine(names, names, phones, codes, Arbitraries.of(true, false))
        .as(Person::new)
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<SiteTree> flatTrees() {
    return Arbitraries.integers()
        .between(1, 12)
        .map(
            size ->
                new SiteTree(
                    List.of(),
                    List.of(),
                    IntStream.range(0, size)
                        .mapToObj(i -> new SiteTree.Site(100 + 3 * i, "S" + i, Optional.empty()))
                        .toList()));
  }

  /** As PHP's {@code htmlspecialchars} does. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#039;");
  }

  private static String row(int id, int posUserId, Person person) {
    String icon = person.active() ? "fa-check" : "fa-times";
    return """
        <tr>
         <td class="employees-col-first-name"><span style="white-space: pre">%s</span></td>
         <td class="employees-col-last-name"><span style="white-space: pre"> %s </span></td>
         <td class="employees-col-sites">%s</td>
         <td class="employees-col-template">General User</td>
         <td class="employees-col-pos-user-id">%d</td>
         <td class="employees-col-departments"><ul><li>Greeter</li></ul></td>
         <td class="employees-col-phone text-nowrap"><a href="tel:1">%s</a></td>
         <td class="employees-col-wage-type text-center">Hourly</td>
         <td class="employees-col-active text-center"><i class="fa %s fa-lg"></i></td>
         <td class="customers-col-edit"><a href="/employee/compensation/%d"></a></td>
        </tr>
        """
        .formatted(
            escaped(person.first()),
            escaped(person.last()),
            person.codes().stream()
                .map(PeoplePropertyTest::escaped)
                .collect(Collectors.joining(",     ")),
            posUserId,
            escaped(person.phone()),
            icon,
            id);
  }
}
