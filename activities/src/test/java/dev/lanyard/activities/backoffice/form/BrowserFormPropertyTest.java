package dev.lanyard.activities.backoffice.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** Where a control stands, and whether it is sent from there. */
  enum Place {
    PLAIN("%s", true),
    NAMELESS_NEIGHBOUR("<input value=x>%s<input name='' value=y>", true),
    DISABLED_FIELDSET("<fieldset disabled>%s</fieldset>", false),
    ENABLED_FIELDSET("<fieldset><legend>x</legend>%s</fieldset>", true),
    FIRST_LEGEND("<fieldset disabled><legend>%s</legend><input name=z></fieldset>", true),
    SECOND_LEGEND("<fieldset disabled><legend>x</legend><legend>%s</legend></fieldset>", false),
    DEEPER_LEGEND("<fieldset disabled><div><legend>%s</legend></div></fieldset>", false),
    LEGEND_IN_DISABLED(
        "<fieldset disabled><p></p><fieldset disabled><legend>%s</legend></fieldset></fieldset>",
        false),
    DATALIST("<datalist>%s</datalist>", false);

    private final String markup;
    private final boolean sent;

    Place(String markup, boolean sent) {
      this.markup = markup;
      this.sent = sent;
    }
  }

  /** Who a control belongs to by its {@code form} attribute. */
  enum Owner {
    INSIDE(""),
    INSIDE_BY_ID(" form=f"),
    OF_ANOTHER(" form=g"),
    OF_NOBODY(" form=''"),
    OF_A_STRANGER(" form=h");

    private final String attribute;

    Owner(String attribute) {
      this.attribute = attribute;
    }

    boolean ours(boolean insideOfOurs) {
      return this == INSIDE_BY_ID || this == INSIDE && insideOfOurs;
    }
  }

  /** A control somewhere. */
  record Placed(Control control, Place place, Owner owner) {

    String html() {
      return place.markup.formatted(control.markup().replaceFirst(" ", owner.attribute + " "));
    }

    Optional<FormPair> sends(boolean insideOfOurs) {
      return place.sent && owner.ours(insideOfOurs) ? control.sends() : Optional.empty();
    }
  }

  @Property
  void placeAndOwnerDecideWhetherAControlIsSent(
      @ForAll("placed") List<Placed> before,
      @ForAll("placed") List<Placed> inside,
      @ForAll("placed") List<Placed> after) {
    String html =
        html(before)
            + "<form id=f>"
            + html(inside)
            + "</form>"
            + html(after)
            + "<form id=g></form>";

    FormEntries entries = BrowserForm.entries(Jsoup.parse(html).expectFirst("#f"));

    List<FormPair> expected = new ArrayList<>();
    before.forEach(placed -> placed.sends(false).ifPresent(expected::add));
    inside.forEach(placed -> placed.sends(true).ifPresent(expected::add));
    after.forEach(placed -> placed.sends(false).ifPresent(expected::add));
    assertThat(entries.pairs()).isEqualTo(expected);
  }

  private static String html(List<Placed> controls) {
    return controls.stream().map(Placed::html).collect(Collectors.joining());
  }

  @Provide
  Arbitrary<List<Placed>> placed() {
    return Combinators.combine(
            controls().filter(some -> !some.isEmpty()).map(some -> some.get(0)),
            Arbitraries.of(Place.class),
            Arbitraries.of(Owner.class))
        .as(Placed::new)
        .list()
        .ofMaxSize(5);
  }

  /** One of several radios. */
  record Radio(String name, boolean checked, boolean disabled) {}

  @Property
  void ofEachGroupOfRadiosTheLastCheckedOneIsSentUnlessItIsDisabled(
      @ForAll("radios") List<Radio> radios) {
    StringBuilder html = new StringBuilder("<form>");
    Map<String, Integer> checked = new HashMap<>();
    for (int i = 0; i < radios.size(); i++) {
      Radio radio = radios.get(i);
      html.append("<input type=radio name=\"%s\" value=%d".formatted(radio.name(), i))
          .append(radio.checked() ? " checked" : "")
          .append(radio.disabled() ? " disabled>" : ">");
      if (radio.checked()) {
        checked.put(radio.name(), i); // a browser unchecks the others as it parses this one
      }
    }
    List<FormPair> expected =
        checked.entrySet().stream()
            .filter(group -> !radios.get(group.getValue()).disabled())
            .sorted(Map.Entry.comparingByValue())
            .map(group -> new FormPair(group.getKey(), group.getValue().toString()))
            .toList();
    FormEntries entries = BrowserForm.entries(Jsoup.parse(html + "</form>").expectFirst("form"));
    assertThat(entries.pairs()).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Radio>> radios() {
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    return Combinators.combine(names(), flags, flags).as(Radio::new).list().ofMaxSize(8);
  }

  /** One of a select's options. */
  record Choice(boolean selected, boolean disabled, boolean inDisabledGroup) {}

  @Property
  void aSelectSendsWhatABrowserWouldHaveSelectedAsItParsedIt(
      @ForAll("choices") List<Choice> choices,
      @ForAll boolean multiple,
      @ForAll("sizes") String size) {
    StringBuilder html = new StringBuilder("<form><select name=a").append(size);
    html.append(multiple ? " multiple>" : ">");
    boolean[] on = new boolean[choices.size()];
    for (int i = 0; i < on.length; i++) {
      Choice choice = choices.get(i);
      html.append(choice.inDisabledGroup() ? "<optgroup disabled>" : "")
          .append("<option value=")
          .append(i)
          .append(choice.selected() ? " selected" : "")
          .append(choice.disabled() ? " disabled></option>" : "></option>")
          .append(choice.inDisabledGroup() ? "</optgroup>" : "");
      if (choice.selected()) {
        if (!multiple) {
          Arrays.fill(on, false);
        }
        on[i] = true;
      }
    }
    boolean oneLine = !multiple && !size.equals(" size=3");
    boolean none = IntStream.range(0, on.length).noneMatch(i -> on[i]);
    if (oneLine && none) {
      IntStream.range(0, on.length)
          .filter(i -> enabled(choices.get(i)))
          .findFirst()
          .ifPresent(i -> on[i] = true);
    }
    List<FormPair> expected =
        IntStream.range(0, on.length)
            .filter(i -> on[i] && enabled(choices.get(i)))
            .mapToObj(i -> new FormPair("a", Integer.toString(i)))
            .toList();
    FormEntries entries =
        BrowserForm.entries(Jsoup.parse(html + "</select></form>").expectFirst("form"));
    assertThat(entries.pairs()).isEqualTo(expected);
  }

  private static boolean enabled(Choice choice) {
    return !choice.disabled() && !choice.inDisabledGroup();
  }

  @Provide
  Arbitrary<List<Choice>> choices() {
    Arbitrary<Boolean> flags = Arbitraries.of(true, false, false);
    return Combinators.combine(flags, flags, flags).as(Choice::new).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> sizes() {
    return Arbitraries.of("", " size=1", " size=3", " size=big");
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
