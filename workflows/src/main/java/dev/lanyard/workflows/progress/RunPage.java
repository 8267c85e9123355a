package dev.lanyard.workflows.progress;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.attention.RequestTerms;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.ArrayList;
import java.util.List;

/** A run's current details, as Temporal UI shows them: Markdown, encrypted on its way, no PIN. */
final class RunPage {

  private RunPage() {}

  static String render(String headline, RunStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + Markdown.escape(headline) + "**  ");
    lines.add("Stage: **" + Markdown.escape(status.stage()) + "**");
    status.awaiting().forEach(request -> awaited(request, status.employeeNumber(), lines));
    list("Problems", status.problems(), lines);
    list("Warnings", status.warnings(), lines);
    if (!status.steps().isEmpty()) {
      lines.add("");
      lines.add("| step | state | since | note |");
      lines.add("|---|---|---|---|");
      status.steps().forEach(step -> lines.add(row(step)));
    }
    status.plan().ifPresent(plan -> planned(plan.digest(), PlanText.lines(plan), lines));
    status.outline().ifPresent(plan -> planned(plan.digest(), plan.lines(), lines));
    return String.join("\n", lines);
  }

  private static void planned(String digest, List<String> writes, List<String> lines) {
    lines.add("");
    lines.add("**Plan**" + (digest.isEmpty() ? "" : " `" + digest + "`"));
    lines.add("");
    writes.forEach(line -> lines.add("- " + Markdown.escape(line)));
  }

  private static void awaited(
      OpenRequest request, EmployeeNumber employeeNumber, List<String> lines) {
    lines.add("");
    lines.add(
        "> **Awaiting "
            + Markdown.escape(request.group())
            + "** "
            + Markdown.escape(request.question())
            + "  ");
    request.detail().forEach(line -> lines.add("> - " + Markdown.escape(line)));
    request
        .terms()
        .ifPresent(
            terms ->
                lines.add(
                    "> - "
                        + Markdown.escape(
                            "Needs " + terms.describe() + " (" + terms.rule() + ")")));
    request.until().ifPresent(until -> lines.add(">\n> Until " + until + "."));
    if (request.terms().filter(RequestTerms::signed).isPresent()) {
      lines.add(">");
      lines.add("> What is sent from here does not count. Type:");
      for (String choice : request.choices()) {
        lines.add(">");
        lines.add(
            "> `./lanyard "
                + choice
                + " "
                + employeeNumber
                + " --request "
                + request.id()
                + " --sign`");
      }
      return;
    }
    lines.add(">");
    lines.add("> Send the signal `decide` with one JSON object:");
    for (String choice : request.choices()) {
      lines.add(">");
      lines.add(
          "> `{\"requestId\":\""
              + request.id()
              + "\",\"choice\":\""
              + choice
              + "\",\"by\":\"your name\"}`");
    }
  }

  private static void list(String title, List<Finding> findings, List<String> lines) {
    if (!findings.isEmpty()) {
      lines.add("");
      lines.add("**" + title + "**");
      lines.add("");
      findings.forEach(finding -> lines.add("- " + Markdown.escape(finding.text())));
    }
  }

  private static String row(StepStatus step) {
    return "| "
        + Markdown.escape(step.name())
        + " | "
        + step.state()
        + " | "
        + step.endedAt().orElse(step.startedAt())
        + " | "
        + Markdown.escape(step.note())
        + " |";
  }
}
