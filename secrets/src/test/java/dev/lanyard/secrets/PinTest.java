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
import net.jqwik.api.constraints.IntRange;

final class PinTest {

  @Property
  void aPinKeepsItsFiveDigits(@ForAll @IntRange(min = 10_000, max = 99_999) int number) {
    Pin pin = Pin.of(number);

    assertThat(pin.digits()).isEqualTo(Integer.toString(number));
    assertThat(pin).isEqualTo(Pin.of(pin.digits())).hasSameHashCodeAs(Pin.of(pin.digits()));
    assertThat(pin.matches(pin.digits())).isTrue();
  }

  @Property
  void anythingElseIsRefusedWithoutShowingIt(@ForAll int number) {
    Assume.that(number < 10_000 || number > 99_999);

    assertThatThrownBy(() -> Pin.of(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a PIN is five digits, 10000 to 99999 (value not shown)");
  }

  @Example
  void textThatIsNotFiveAsciiDigitsIsRefusedWithoutShowingIt() {
    for (String text :
        new String[] {"", "1234", "123456", "01234", "12 34", " 12345", "12345\n", "１２３４５", null}) {
      assertThatThrownBy(() -> Pin.of(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a PIN is five digits, 10000 to 99999 (value not shown)");
    }
  }

  @Property
  void onlyTheSameDigitsMatch(
      @ForAll @IntRange(min = 10_000, max = 99_999) int one,
      @ForAll @IntRange(min = 10_000, max = 99_999) int other) {
    assertThat(Pin.of(one).matches(Integer.toString(other))).isEqualTo(one == other);
    assertThat(Pin.of(one).equals(Pin.of(other))).isEqualTo(one == other);
    assertThat(Pin.of(one).matches(null)).isFalse();
    assertThat(Pin.of(one).matches(one + "0")).isFalse();
  }

  @Example
  void drawnPinsSpreadOverTheWholeRange() {
    SecureRandom random = new SecureRandom();
    int[] byLeadingDigit = new int[10];
    Set<Pin> different = new HashSet<>();
    for (int i = 0; i < 9_000; i++) {
      Pin pin = Pin.draw(random);
      byLeadingDigit[pin.digits().charAt(0) - '0']++;
      different.add(pin);
    }

    assertThat(byLeadingDigit[0]).isZero();
    for (int digit = 1; digit < 10; digit++) {
      // 1000 expected with a deviation of 30: ten of them away means biased, not unlucky.
      assertThat(byLeadingDigit[digit]).isBetween(700, 1_300);
    }
    assertThat(different).hasSizeGreaterThan(8_000);
  }

  @Example
  void neitherTextNorJsonShowsIt() {
    Pin pin = Pin.of(48_213);

    assertThat(pin).hasToString("[redacted]");
    assertThat("" + new Holder(pin)).doesNotContain("48213");
    assertThat(new Gson().toJson(pin)).doesNotContain("48213");
    assertThatThrownBy(
            () ->
                JacksonJsonPayloadConverter.newDefaultObjectMapper()
                    .writeValueAsString(new Holder(pin)))
        .isInstanceOf(JsonMappingException.class)
        .message()
        .contains("dev.lanyard.secrets.Pin")
        .doesNotContain("48213");
  }

  private record Holder(Pin pin) {}
}
