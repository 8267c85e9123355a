package dev.lanyard.activities.backoffice.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTML standard's entry list, rule by rule. */
class BrowserFormTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a text input sends its value              | <input name=a value=1>                                        | a=1
          an empty text input is sent               | <input name=a>                                                | a=
          a missing value falls back to data-value  | <input name=a data-value=04/13/2026>                          | a=04/13/2026
          an empty value falls back to data-value   | <input name=a value="" data-value=7>                          | a=7
          a value wins over data-value              | <input name=a value=1 data-value=7>                           | a=1
          hidden inputs know data-value             | <input type=hidden name=a data-value=7>                       | a=7
          a checkbox does not                       | <input type=checkbox name=a data-value=7 checked>             | a=on
          no name is never sent                     | <input value=1><input name="" value=2>                        | -
          a name may repeat                         | <input name=a value=1><input name=a value=2>                  | a=1&a=2
          a disabled input is not sent              | <input name=a value=1 disabled>                               | -
          disabled counts with any value            | <input name=a value=1 disabled=false>                         | -
          a disabled hidden input is not sent       | <input type=hidden name=a value=1 disabled>                   | -
          an unchecked checkbox is not sent         | <input type=checkbox name=a value=1>                          | -
          a checked one sends its value             | <input type=checkbox name=a value=1 checked>                  | a=1
          an empty checkbox value stays empty       | <input type=checkbox name=a value="" checked>                 | a=
          an unchecked radio is not sent            | <input type=radio name=a value=1>                             | -
          the last checked radio wins               | <input type=radio name=a value=1 checked><input type=radio name=a value=2 checked> | a=2
          even when it is disabled                  | <input type=radio name=a value=1 checked><input type=radio name=a value=2 checked disabled> | -
          radios of two names are two groups        | <input type=radio name=a value=1 checked><input type=radio name=b value=2 checked> | a=1&b=2
          buttons are not sent                      | <input type=submit name=a value=1><button name=b value=2>x</button><input type=image name=c><input type=reset name=d><input type=button name=e> | -
          files are not sent                        | <input type=file name=a>                                      | -
          an unknown type is text                   | <input type=nonsense name=a value=1>                          | a=1
          the type's case does not count            | <input type=CheckBox name=a value=1>                          | -
          a disabled fieldset silences              | <fieldset disabled><input name=a value=1></fieldset>          | -
          an outer disabled fieldset too            | <fieldset disabled><fieldset><input name=a value=1></fieldset></fieldset> | -
          but not its first legend                  | <fieldset disabled><legend><input name=a value=1></legend><input name=b></fieldset> | a=1
          its second legend is silenced             | <fieldset disabled><legend>x</legend><legend><input name=a value=1></legend></fieldset> | -
          a first legend of an inner one helps not  | <fieldset disabled><div><fieldset><legend><input name=a></legend></fieldset></div></fieldset> | -
          a one-line select sends its first option  | <select name=a><option value=1>x<option value=2>y</select>    | a=1
          even an empty placeholder                 | <select name=a><option value="">x<option value=2>y</select>   | a=
          but no disabled one                       | <select name=a><option value=1 disabled>x<option value=2>y</select> | a=2
          nor one of a disabled group               | <select name=a><optgroup disabled><option value=1>x</optgroup><option value=2>y</select> | a=2
          the selected option is sent               | <select name=a><option value=1>x<option value=2 selected>y</select> | a=2
          of two selected ones the last             | <select name=a><option value=1 selected>x<option value=2 selected>y</select> | a=2
          a selected disabled option sends nothing  | <select name=a><option value=1>x<option value=2 selected disabled>y</select> | -
          a higher select has no default            | <select name=a size=3><option value=1>x</select>              | -
          size 1 is one line                        | <select name=a size=1><option value=1>x</select>              | a=1
          a bad size is one line                    | <select name=a size=big><option value=1>x</select>            | a=1
          an empty multiple select sends nothing    | <select name=a multiple><option value=1>x</select>            | -
          a multiple one sends each                 | <select name=a multiple><option value=1 selected>x<option value=2>y<option value=3 selected>z</select> | a=1&a=3
          an option without value sends its text    | <select name=a><option>  one   two </select>                  | a=one two
          a disabled select sends nothing           | <select name=a disabled><option value=1>x</select>            | -
          a select without options sends nothing    | <select name=a></select>                                      | -
          a textarea sends its text                 | <textarea name=a> x</textarea>                                | a= x
          what a datalist holds is not sent         | <datalist><input name=a value=1></datalist>                   | -
          nor what stands deeper in it              | <datalist><div><select name=a><option value=1>x</select></div></datalist> | -
          a comment or legend text is no first legend | <fieldset disabled><!-- x -->y<legend><input name=a value=1></legend></fieldset> | a=1
          a legend that is no child helps not       | <fieldset disabled><div><legend><input name=a value=1></legend></div></fieldset> | -
          a first legend helps only its own fieldset | <fieldset disabled><legend><fieldset disabled><input name=a></fieldset><input name=b value=2></legend></fieldset> | b=2
          a disabled fieldset silences a select     | <fieldset disabled><select name=a><option value=1>x</select></fieldset> | -
          a group of one disabled option only itself | <select name=a multiple><optgroup disabled><option value=1 selected>x</optgroup><option value=2 selected>y</select> | a=2
          all options disabled send nothing         | <select name=a><option value=1 disabled>x<option value=2 disabled>y</select> | -
          an option of a group counts like others   | <select name=a><optgroup><option value=1>x</optgroup></select> | a=1
          an empty option value is not its text     | <select name=a><option value="" selected>x</select>           | a=
          an option's script is not its text        | <select name=a><option>one<script>two</script> three</select> | a=one three
          size 0 is one line                        | <select name=a size=0><option value=1>x</select>              | a=1
          size counts like a browser reads numbers  | <select name=a size="2px"><option value=1>x</select>          | -
          and knows no negative one                 | <select name=a size="-2"><option value=1>x</select>           | a=1
          a higher select sends what is selected    | <select name=a size=3><option value=1>x<option value=2 selected>y</select> | a=2
          a multiple one skips disabled options     | <select name=a multiple><option value=1 selected disabled>x<option value=2 selected>y</select> | a=2
          a disabled textarea sends nothing         | <textarea name=a disabled>x</textarea>                        | -
          an empty textarea is sent                 | <textarea name=a></textarea>                                  | a=
          a nameless textarea is not                | <textarea>x</textarea><textarea name="">y</textarea>          | -
          a textarea's data-value is nothing        | <textarea name=a data-value=7></textarea>                     | a=
          markup in a textarea is text              | <textarea name=a><input name=b value=1>&amp;</textarea>       | a=<input name=b value=1>&
          _charset_ of a hidden input is the encoding | <input type=hidden name=_charset_ value=x>                  | _charset_=UTF-8
          in any case                               | <input type=hidden name=_Charset_>                            | _Charset_=UTF-8
          a text that runs by itself                | <input dir=auto name=a value="1 א" dirname=d>             | a=1 א&d=rtl
          an address loses its outer blanks         | <input type=email name=a value=" x@y.test ">                  | a=x@y.test
          a text keeps them                         | <input name=a value=" x">                                     | a= x
          an unknown type is one line and knows data-value | <input type=nonsense name=a data-value="1&#10;2">      | a=12
          _charset_ of a text input is a text       | <input name=_charset_ value=x>                                | _charset_=x
          dirname adds the direction                | <input name=a value=1 dirname=a.dir>                          | a=1&a.dir=ltr
          of what stands around it too              | <div dir=RTL><textarea name=a dirname=d>x</textarea></div>    | a=x&d=rtl
          dirname without a name is nothing         | <input name=a value=1 dirname="">                             | a=1
          a checkbox has no direction               | <input type=checkbox name=a checked dirname=d>                | a=on
          an image button sends nothing by itself   | <input type=image name=a src=x>                               | -
          a button of type menu or none is a button | <button name=a value=1>x</button><button type=menu name=b>x</button> | -
          an object or output has no value          | <object name=a data=x></object><output name=b>1</output><meter name=c value=1></meter> | -
          a label or keygen is no control           | <label name=a>x</label><keygen name=b>                        | -
          a form in a form is part of the outer one | <form id=g><input name=a value=1></form>                      | a=1
          a template's content is no control        | <template><input name=a value=1></template>                   | -
          a null value of a hidden input is empty   | <input type=hidden name=a>                                    | a=
          a number's data-value is its value        | <input type=number name=a value="" data-value=7>              | a=7
          a colour has no data-value                | <input type=color name=a data-value=7 value="#000000">        | a=#000000
          blanks around a type do not name it       | <input type=" checkbox" name=a value=1>                       | a=1
          isindex is an ordinary name               | <input name=isindex value=1>                                  | isindex=1
          a checkbox keeps line ends as CR LF       | <input type=checkbox name=a value="1&#10;2" checked>          | a=1\\r\\n2
          a hidden value too                        | <input type=hidden name=a value="1&#13;2">                    | a=1\\r\\n2
          and a name                                | <input name="a&#10;b" value=1>                                | a\\r\\nb=1
          an option's value as well                 | <select name=a><option value="1&#10;2">x</select>             | a=1\\r\\n2
          """)
  void entries(String rule, String markup, String expected) {
    assertThat(entriesOf("<form id=f>" + markup + "</form>")).as(rule).isEqualTo(text(expected));
  }

  @Test
  void aFormAttributeAdoptsAControlFromElsewhere() {
    assertThat(entriesOf("<input form=f name=a value=1><form id=f><input name=b value=2></form>"))
        .isEqualTo("a=1&b=2");
  }

  @Test
  void aFormAttributeOfAnotherFormTakesTheControlAway() {
    assertThat(
            entriesOf(
                "<form id=f><input form=g name=a value=1><input form=none name=c><input form"
                    + " name=d></form><form id=g></form>"))
        .isEmpty();
  }

  @Test
  void controlsOfAnotherFormAreNotSent() {
    assertThat(entriesOf("<form id=g><input name=x></form><form id=f><input name=a></form>"))
        .isEqualTo("a=");
  }

  @Test
  void aFormThatTheParserOpenedInsideATableOwnsTheCellsInputs() {
    assertThat(
            entriesOf("<table><form id=f><tr><td><input name=a value=1></td></tr></form></table>"))
        .isEqualTo("a=1");
  }

  @Test
  void lineEndsAreSentAsABrowserDoes() {
    assertThat(entriesOf("<form id=f><textarea name=a>\none\ntwo</textarea></form>"))
        .isEqualTo("a=one\r\ntwo");
    assertThat(entriesOf("<form id=f><input name=a value='one\ntwo'></form>"))
        .isEqualTo("a=onetwo");
  }

  @Test
  void onlyTheChosenButtonIsSentAndInItsPlace() {
    Document page =
        Jsoup.parse(
            "<form id=f><input name=a value=1><button id=x name=save value=yes></button>"
                + "<input id=y type=submit name=delete value=no><input name=b value=2></form>");
    assertThat(show(BrowserForm.entries(page.expectFirst("#f"), page.expectFirst("#x"))))
        .isEqualTo("a=1&save=yes&b=2");
    assertThat(show(BrowserForm.entries(page.expectFirst("#f"), page.expectFirst("#y"))))
        .isEqualTo("a=1&delete=no&b=2");
  }

  @Test
  void aButtonThatCannotSubmitThisFormIsRefused() {
    Document page =
        Jsoup.parse(
            "<form id=f><button id=p type=button name=a></button><button id=d disabled></button>"
                + "<input id=t name=b></form><form id=g><button id=o></button></form>");
    for (String id : List.of("p", "d", "t", "o")) {
      assertThatThrownBy(
              () -> BrowserForm.entries(page.expectFirst("#f"), page.expectFirst("#" + id)))
          .as(id)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String text(String expected) {
    return expected.equals("-") ? "" : expected.replace("\\r\\n", "\r\n");
  }

  private static String entriesOf(String html) {
    return show(BrowserForm.entries(Jsoup.parse(html).expectFirst("#f")));
  }

  static String show(FormEntries entries) {
    return String.join(
        "&", entries.pairs().stream().map(pair -> pair.name() + "=" + pair.value()).toList());
  }
}
