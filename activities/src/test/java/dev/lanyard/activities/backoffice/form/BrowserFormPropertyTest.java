package dev.lanyard.activities.backoffice.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/** Any mixture of controls sends exactly what each of them sends, in order. */
class BrowserFormPropertyTest {

  /** A control as markup, and the pair that it sends, if any. */
  record Control(String markup, Optional<FormPair> sends) {}

  @Property
  void aFormSendsWhatItsControlsSendInOrder(@ForAll("controls") List<Control> controls) {
    String html =
        controls.stream().map(Control::markup).collect(Collectors.joining("", "<form>", "</form>"));

    FormEntries entries = BrowserForm.entries(Jsoup.parse(html).expectFirst("form"));

    assertThat(entries.pairs())
        .isEqualTo(controls.stream().map(Control::sends).flatMap(Optional::stream).toList());
  }

  @Property
  void replacingKeepsEverythingElseInPlace(
      @ForAll("pairs") List<FormPair> pairs, @ForAll("names") String name) {
    FormEntries before = new FormEntries(pairs);

    FormEntries after = before.replace(name, "new");

    assertThat(after.values(name)).containsExactly("new");
    assertThat(after.drop(name)).isEqualTo(before.drop(name));
    int place = before.pairs().stream().map(FormPair::name).toList().indexOf(name);
    int expected = place < 0 ? after.pairs().size() - 1 : place;
    assertThat(after.pairs().get(expected).value()).isEqualTo("new");
  }

  @Property
  void aListIsReplacedAsAWholeAndPrefixesAreDropped(
      @ForAll("pairs") List<FormPair> pairs, @ForAll("names") String name) {
    FormEntries before = new FormEntries(pairs);

    FormEntries after = before.replaceList(name, List.of("1", "2"));

    assertThat(after.values(name)).containsExactly("1", "2");
    assertThat(after.drop(name)).isEqualTo(before.drop(name));
    assertThat(after.dropByPrefix(name).pairs()).noneMatch(p -> p.name().startsWith(name));
    assertThat(after.dropByPrefix("nothing")).isEqualTo(after);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "employee[sites][1]", "employee[departments][]");
  }

  @Provide
  Arbitrary<List<FormPair>> pairs() {
    return Combinators.combine(names(), Arbitraries.of("", "1", "x"))
        .as(FormPair::new)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Control>> controls() {
    Arbitrary<String> values =
        Arbitraries.strings().withChars("ab <>&\"'éß0+%[]").ofMinLength(1).ofMaxLength(6);
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.of("text", "date", "checkbox", "select", "multiple", "submit"),
            names(),
            values,
            flags,
            flags)
        .as(BrowserFormPropertyTest::control)
        .list()
        .ofMaxSize(10);
  }

  private static Control control(
      String kind, String name, String value, boolean marked, boolean disabled) {
    String escaped = Entities.escape(value).replace("\"", "&quot;");
    String head = "name=\"" + name + "\"" + (disabled ? " disabled" : "");
    String mark = marked ? " selected" : "";
    String markup =
        switch (kind) {
          case "text" -> "<input " + head + " value=\"" + escaped + "\">";
          case "date" -> "<input " + head + " data-value=\"" + escaped + "\">";
          case "checkbox" ->
              "<input type=checkbox "
                  + head
                  + (marked ? " checked" : "")
                  + " value=\""
                  + escaped
                  + "\">";
          case "select" ->
              "<select " + head + "><option" + mark + " value=\"" + escaped + "\"></select>";
          case "multiple" ->
              "<select multiple "
                  + head
                  + "><option"
                  + mark
                  + " value=\""
                  + escaped
                  + "\"></select>";
          default -> "<button " + head + " value=\"" + escaped + "\"></button>";
        };
    boolean sent =
        !disabled
            && switch (kind) {
              case "checkbox", "multiple" -> marked;
              case "submit" -> false;
              default -> true;
            };
    return new Control(markup, sent ? Optional.of(new FormPair(name, value)) : Optional.empty());
  }
}
