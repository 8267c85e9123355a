package dev.lanyard.starter.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  record Sample(String name, Optional<String> absent, BigDecimal rate, Instant at) {}

  @Test
  void recordsAreAsciiOnOneLineWithIsoTimesAndPlainNumbers() {
    assertThat(
            JsonText.of(
                new Sample("Zoë\u202e\n", Optional.empty(), new BigDecimal("1E+3"), Instant.EPOCH)))
        .isEqualTo(
            "{\"name\":\"Zo\\u00EB\\u202E\\n\",\"absent\":null,\"rate\":1000,"
                + "\"at\":\"1970-01-01T00:00:00Z\"}");
  }
}
