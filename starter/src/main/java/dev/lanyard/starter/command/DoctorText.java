package dev.lanyard.starter.command;

import dev.lanyard.starter.output.Table;
import dev.lanyard.starter.output.Wrapped;
import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.DoctorReport;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import dev.lanyard.workflows.doctor.OpenQuestion;
import dev.lanyard.workflows.doctor.PageSeen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An examination as people read it: system by system, what is wrong with its remedy. */
final class DoctorText {

  /** Columns of a usual terminal window. */
  private static final int WIDTH = 100;

  private static final int RESULT = 9;

  private final DoctorReport report;
  private final int idWidth;

  DoctorText(DoctorReport report) {
    this.report = report;
    this.idWidth =
        2
            + report.systems().stream()
                .flatMap(system -> system.checks().stream())
                .mapToInt(check -> check.id().length())
                .max()
                .orElse(0);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (ExaminedSystem system : report.systems()) {
      lines.add((system.system() + "  " + system.origin()).stripTrailing());
      system.checks().forEach(check -> lines.addAll(told(check)));
      lines.addAll(pages(system.pages()));
      lines.addAll(questions(system.questions()));
      lines.add("");
    }
    lines.add(
        Arrays.stream(CheckResult.values())
            .map(result -> report.count(result) + " " + result)
            .collect(Collectors.joining(", ")));
    return lines;
  }

  private List<String> told(Check check) {
    List<String> said =
        new ArrayList<>(new Wrapped(check.finding(), WIDTH - indent().length()).lines());
    if (check.result() != CheckResult.OK && !check.path().isEmpty()) {
      said.add("looked at " + check.path());
    }
    List<String> remedy = new Wrapped(check.remedy(), WIDTH - indent().length() - 2).lines();
    for (int i = 0; i < remedy.size(); i++) {
      said.add((i == 0 ? "→ " : "  ") + remedy.get(i));
    }
    List<String> lines = new ArrayList<>();
    for (String line : said) {
      lines.add(lines.isEmpty() ? head(check) + line : indent() + line);
    }
    return lines;
  }

  private String head(Check check) {
    return "  " + padded(check.result().name(), RESULT) + padded(check.id(), idWidth);
  }

  private String indent() {
    return " ".repeat(2 + RESULT + idWidth);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static List<String> pages(List<PageSeen> pages) {
    if (pages.isEmpty()) {
      return List.of();
    }
    Table table = new Table().row("for", "page", "status", "KB", "gzip", "ms");
    for (PageSeen page : pages) {
      table.row(
          page.what(),
          page.path(),
          Integer.toString(page.status()),
          String.format(Locale.ROOT, "%.1f", page.bytes() / 1000.0),
          page.gzip() ? "yes" : "no",
          Long.toString(page.millis()));
    }
    return section("Pages", table);
  }

  private static List<String> questions(List<OpenQuestion> questions) {
    if (questions.isEmpty()) {
      return List.of();
    }
    Table table = new Table();
    Map<String, List<String>> open = new LinkedHashMap<>();
    for (OpenQuestion question : questions) {
      if (question.answered()) {
        table.row(question.topic(), question.answer());
      } else {
        open.computeIfAbsent(question.answer(), why -> new ArrayList<>()).add(question.topic());
      }
    }
    List<String> lines = section("Open questions, answered here", table);
    lines.add("  Open questions that stay open");
    open.forEach(
        (why, topics) -> {
          lines.add("    " + why + ":");
          new Wrapped(String.join("; ", topics), WIDTH - 6)
              .lines()
              .forEach(line -> lines.add("      " + line));
        });
    return lines;
  }

  private static List<String> section(String title, Table table) {
    List<String> lines = new ArrayList<>(List.of("  " + title));
    table.lines().forEach(line -> lines.add("    " + line));
    return lines;
  }
}
