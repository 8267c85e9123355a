package dev.lanyard.activities.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.hr.PosUserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotAppliedTest {

  @Test
  void theServersWordsNameNobodyOfThePlan() {
    BackofficePlan plan =
        new BackofficePlan(
            PosUserId.of(70123),
            "Jane",
            "Doe",
            Optional.of("6155551234"),
            Optional.of("jane.doe@example.com"),
            LocalDate.of(2026, 5, 1),
            BigDecimal.TEN,
            BigDecimal.TEN,
            null,
            Optional.of("Dana Example"),
            Optional.of("5550100123"),
            false);
    List<String> words =
        List.of("Jane Doe, 6155551234, jane.doe@example.com: ask Dana Example, 5550100123.");
    assertThat(NotApplied.on(501, List.of("phone"), words, plan).getOriginalMessage())
        .contains(
            "Backoffice says: \"[redacted] [redacted], [redacted], [redacted] ask [redacted],"
                + " [redacted].\"");
  }
}
