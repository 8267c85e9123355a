package dev.lanyard.starter.command;

import dev.lanyard.starter.intake.AmendmentDraft;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.progress.PlanText;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.progress.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An open request with everything that is needed to decide it, and the ways to do so. */
final class RequestText {

  private static final String AMEND = "./lanyard amend ";

  private RequestText() {}

  static List<String> lines(String workflowId, OpenRequest request, RunStatus status) {
    List<String> lines = new ArrayList<>(question(request, status));
    request.until().ifPresent(until -> lines.add("  until     " + until));
    request.terms().ifPresent(terms -> lines.add("  needs     " + terms.describe()));
    lines.add("  request   " + request.id() + " (" + String.join(", ", request.choices()) + ")");
    for (String choice : request.choices()) {
      lines.add(
          "  "
              + String.format("%-9s", choice)
              + " "
              + command(status.employeeNumber(), request, choice));
    }
    amending(workflowId, request, status).ifPresent(command -> lines.add("  amend     " + command));
    if (request.choices().stream().anyMatch(choice -> mustBeSigned(request, choice))) {
      return lines;
    }
    String json = json(request, request.choices().isEmpty() ? "" : request.choices().get(0));
    lines.add("  by signal decide, in Temporal UI of " + workflowId + ", with");
    lines.add("            " + json);
    lines.add(
        "  or        temporal workflow signal --workflow-id "
            + shell(workflowId)
            + " --name decide --input "
            + shell(json));
    return lines;
  }

  /** What to type for one choice. */
  static String command(EmployeeNumber person, OpenRequest request, String choice) {
    return "./lanyard "
        + choice
        + " "
        + person
        + " --request "
        + shell(request.id())
        + (mustBeSigned(request, choice) ? " --sign" : "");
  }

  /** What to type to correct what a run carries out, as long as that is taken. */
  static Optional<String> amending(String workflowId, OpenRequest request, RunStatus status) {
    boolean offered =
        request.detail().stream().anyMatch(line -> line.contains(AMEND))
            || status.stage().equals(Stages.AWAITING_APPROVAL);
    return AmendmentDraft.Subject.of(workflowId)
        .filter(subject -> subject == AmendmentDraft.Subject.HIRE || offered)
        .map(subject -> AMEND + status.employeeNumber());
  }

  /** A retry grants nothing, and a parked step says only when it is answered what else it takes. */
  static boolean mustBeSigned(OpenRequest request, String choice) {
    return !choice.equals(Decision.RETRY)
        && request.terms().filter(RequestTerms::signed).isPresent();
  }

  /** What is asked, and what it stands for. */
  static List<String> question(OpenRequest request, RunStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add("Waits for " + request.group() + " (" + request.kind() + "): " + request.question());
    lines.addAll(FollowView.indented(request.detail()));
    if (request.kind().equals(OpenRequest.APPROVAL)) {
      status
          .plan()
          .map(PlanText::lines)
          .filter(plan -> !request.detail().containsAll(plan))
          .ifPresent(plan -> lines.addAll(FollowView.indented(plan)));
      status.warnings().forEach(warning -> lines.add("  warning: " + warning.text()));
    }
    return lines;
  }

  private static String json(OpenRequest request, String choice) {
    return JsonText.of(
        JsonText.object()
            .put("requestId", request.id())
            .put("choice", choice)
            .put("by", "your name"));
  }

  /** One word of a POSIX shell. */
  private static String shell(String word) {
    return word.matches("[A-Za-z0-9_./:=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
