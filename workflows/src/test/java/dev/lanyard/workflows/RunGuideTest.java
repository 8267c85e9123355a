package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunGuideTest {

  private static final EmployeeNumber JANE = EmployeeNumber.of("hr-10442");

  static Stream<String> everyRunAboutAPerson() {
    return Stream.of(
        WorkflowIds.person(JANE),
        WorkflowIds.onboarding(JANE, 1),
        WorkflowIds.offboarding(JANE, 1),
        WorkflowIds.leave(JANE, 1),
        WorkflowIds.change(JANE, 1),
        WorkflowIds.transfer(JANE, 1),
        WorkflowIds.restoration("undo", JANE, 1),
        WorkflowIds.restoration("return", JANE, 1),
        WorkflowIds.deletion(JANE, 1),
        WorkflowIds.callOff(JANE, 1),
        WorkflowIds.dryRun(JANE),
        WorkflowIds.pinHandover(JANE));
  }

  @ParameterizedTest
  @MethodSource("everyRunAboutAPerson")
  void everyRunSaysWhatItDoesAndWhereItsStoryStands(String workflowId) {
    List<String> guide = RunGuide.of(workflowId).lines().toList();

    assertThat(guide.get(0)).isNotEqualTo(RunGuide.of("other/hr-1").lines().toList().get(0));
    assertThat(guide)
        .anyMatch(line -> line.contains("Current Details"))
        .anyMatch(line -> line.contains("./lanyard status hr-10442"))
        .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("do not *terminate*"));
  }
}
