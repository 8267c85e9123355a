package dev.lanyard.worker;

import dev.lanyard.worker.configuration.RulesInForce;
import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.ConfigurationExamination;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** "examine configuration": are the rules in the worker's files those that it goes by? */
final class ConfigurationDoctor implements ConfigurationExamination {

  private static final String ID = "rules";

  private final RulesInForce rules;

  ConfigurationDoctor(RulesInForce rules) {
    this.rules = rules;
  }

  @Override
  public ExaminedSystem examine(DoctorRequest request) {
    List<String> problems = rules.problems();
    String files =
        rules.files().stream().map(Path::toString).sorted().collect(Collectors.joining(", "));
    return new ExaminedSystem(
        ExaminedSystem.CONFIGURATION,
        files,
        problems.isEmpty()
            ? List.of(fine())
            : problems.stream().map(ConfigurationDoctor::bad).toList(),
        List.of(),
        List.of());
  }

  private Check fine() {
    return new Check(
        ID,
        "",
        CheckResult.OK,
        "In force: %d approval rules, %d people, %d roles."
            .formatted(
                rules.approvals().rules().size(),
                rules.approvals().people().size(),
                rules.accessRules().roles().size()),
        "");
  }

  private static Check bad(String problem) {
    return new Check(
        ID,
        "",
        CheckResult.FAILED,
        problem,
        "Mend it in the file; what was read before it was changed stays in force until then.");
  }
}
