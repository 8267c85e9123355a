package dev.lanyard.starter.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.InputProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A hire's optional fields, as a file has them and as flags do. */
class HireDraftTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Hire read(String more) {
    return HireDraft.read(typed(more), () -> "e-1", Instant.EPOCH).hire();
  }

  private static ObjectNode typed(String more) {
    try {
      return (ObjectNode)
          JSON.readTree(
              """
              {"employeeNumber":"hr-1","firstName":"Jane","lastName":"Doe","posUserId":12345,
               "wageRate":15.5,"startDate":"2026-05-01","sites":["Wash 37135"],
               "permissionTemplate":"General User"%s}
              """
                  .formatted(more));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void withoutThemTheHireSaysNothingAboutThem() {
    Hire hire = read("");
    assertThat(hire.emergencyName()).isEmpty();
    assertThat(hire.emergencyPhone()).isEmpty();
    assertThat(hire.overtimeRate()).isEmpty();
    assertThat(hire.noOvertime()).isFalse();
  }

  @Test
  void emergencyContactAndOvertimeRateAreRead() {
    Hire hire =
        read(
            ",\"emergencyName\":\"Dana Example\",\"emergencyPhone\":\"6155559876\","
                + "\"overtimeRate\":\"30\",\"noOvertime\":false");
    assertThat(hire.emergencyName()).contains("Dana Example");
    assertThat(hire.emergencyPhone()).contains("6155559876");
    assertThat(hire.overtimeRate()).contains(new BigDecimal("30"));
    assertThat(hire.noOvertime()).isFalse();
  }

  @Test
  void noOvertimeIsReadAsAFileAndAsAFlagHasIt() {
    assertThat(read(",\"noOvertime\":true").noOvertime()).isTrue();
    assertThat(read(",\"noOvertime\":\"true\"").noOvertime()).isTrue();
  }

  @Test
  void whatIsNeitherTrueNorFalseIsToldWithTheOtherMistakes() {
    InputRefused refused =
        catchThrowableOfType(
            InputRefused.class,
            () -> read(",\"noOvertime\":\"perhaps\",\"emergencyPhone\":\"911\""));
    assertThat(refused.problems())
        .extracting(InputProblem::field)
        .containsExactly("emergencyPhone", "noOvertime");
  }
}
