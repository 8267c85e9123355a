package dev.lanyard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.google.gson.Gson;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;

final class PasswordTest {
  private static final Keys KEYS = FreshKeys.make();
  private static final String TEXT = "Wash-and-Dry-2026";

  private final PasswordSealer sealer = KEYS.passwordSealer();
  private final PasswordOpener opener = KEYS.passwordOpener();

  @Example
  void whatBreaksTheRuleIsRefusedWithoutShowingIt() {
    for (String text :
        new String[] {
          null,
          "",
          "Short-1",
          "eight ok 1234",
          "a1!!!!!!!!!",
          "Passwörd12",
          "abcdefg1\n",
          "x".repeat(65)
        }) {
      assertThatThrownBy(() -> Password.of(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("at least eight of them letters or digits (value not shown)");
    }
    assertThat(Password.of("abcdefg1").text()).isEqualTo("abcdefg1");
  }

  @Example
  void drawnOnesKeepTheRulesAndDiffer() {
    SecureRandom random = new SecureRandom();
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String text = Password.draw(random).text();
      drawn.add(text);
      assertThat(text)
          .hasSize(12)
          .matches(".*[A-Za-z].*")
          .matches(".*[0-9].*")
          .matches(".*[^A-Za-z0-9].*");
      assertThat(text.replaceAll("[^A-Za-z0-9]", "").length()).isGreaterThanOrEqualTo(8);
    }
    assertThat(drawn).hasSize(500);
  }

  @Property(tries = 100)
  void aSealedPasswordOpensForWhatItIsBoundToAndForNothingElse(@ForAll @NotBlank String boundTo) {
    // jqwik knows fewer blanks than Java does.
    Assume.that(!boundTo.isBlank());
    String sealed = sealer.seal(Password.of(TEXT), boundTo);

    assertThat(opener.open(sealed, boundTo)).isEqualTo(Password.of(TEXT));
    assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain(TEXT);
    assertThatThrownBy(() -> opener.open(sealed, boundTo + "x"))
        .isInstanceOf(PasswordUnreadable.class)
        .hasNoCause();
  }

  @Example
  void aPasswordDoesNotOpenAsAPinNorAPinAsAPassword() {
    String password = sealer.seal(Password.of(TEXT), "hr-1");
    String pin = KEYS.pinSealer().seal(Pin.of(48_213), "hr-1");

    assertThatThrownBy(() -> KEYS.pinOpener().open(password, "hr-1"))
        .isInstanceOf(PinUnreadable.class);
    assertThatThrownBy(() -> opener.open(pin, "hr-1")).isInstanceOf(PasswordUnreadable.class);
  }

  @Example
  void whatDoesNotOpenShowsNothing() {
    String sealed = sealer.seal(Password.of(TEXT), "hr-1");
    for (String text : new String[] {"", "x", "not base64!", "AAAA"}) {
      assertThatThrownBy(() -> opener.open(text, "hr-1")).isInstanceOf(PasswordUnreadable.class);
    }
    assertThatThrownBy(() -> FreshKeys.make().passwordOpener().open(sealed, "hr-1"))
        .isInstanceOf(PasswordUnreadable.class)
        .hasNoCause()
        .message()
        .contains("hr-1")
        .doesNotContain(TEXT)
        .doesNotContain(sealed);
    assertThatThrownBy(() -> sealer.seal(Password.of(TEXT), " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("boundTo");
  }

  @Example
  void nothingPrintsOrSerialisesIt() {
    Password password = Password.of(TEXT);
    assertThat(password).hasToString("[redacted]").isEqualTo(Password.of(TEXT));
    assertThat(password).hasSameHashCodeAs(Password.of(TEXT)).isNotEqualTo(Password.of(TEXT + "x"));
    assertThat(new Gson().toJson(password)).doesNotContain(TEXT);
    assertThatThrownBy(
            () -> JacksonJsonPayloadConverter.newDefaultObjectMapper().writeValueAsString(password))
        .isInstanceOf(JsonMappingException.class);
  }
}
