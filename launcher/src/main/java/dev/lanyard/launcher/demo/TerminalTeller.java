package dev.lanyard.launcher.demo;

import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.StepStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** For people. */
final class TerminalTeller implements Teller {

  private final PrintStream out;
  private final boolean terminal;
  private final boolean approveUnasked;
  private final Set<String> told = new HashSet<>();

  /**
   * @param terminal whether somebody sits there: only then are digits shown
   */
  TerminalTeller(PrintStream out, boolean terminal, boolean approveUnasked) {
    this.out = out;
    this.terminal = terminal;
    this.approveUnasked = approveUnasked;
  }

  @Override
  public void places(Map<String, URI> urls) {
    urls.forEach((name, url) -> out.printf("  %-22s %s%n", name, url));
  }

  @Override
  public void chapter(String title) {
    out.println();
    out.println(title);
    told.clear();
  }

  @Override
  public void say(String text) {
    out.println("  " + text);
  }

  @Override
  public void submitted(String kind, String employeeNumber) {
    out.println("  " + kind + " handed in for " + employeeNumber);
  }

  @Override
  public void step(String workflowId, StepStatus step) {
    if (step.endedAt().isEmpty() || !told.add(step.name() + step.startedAt())) {
      return;
    }
    Duration took = Duration.between(step.startedAt(), step.endedAt().get());
    String mark = step.state().equals(StepStatus.DONE) ? "✓" : "✗";
    out.printf(
        Locale.ROOT,
        "  %s %-32s %6.1f s  %s%n",
        mark,
        step.name(),
        took.toMillis() / 1000.0,
        step.note());
  }

  @Override
  public void asked(String workflowId, OpenRequest request) {
    out.println("  ? " + request.question() + "  (asked of: " + request.group() + ")");
    request.detail().forEach(line -> out.println("      " + line));
    if (!approveUnasked) {
      out.println("    In Temporal UI: signal decide to " + workflowId + " with");
      out.println(
          "      {\"requestId\":\"" + request.id() + "\",\"choice\":\"approve\",\"by\":\"you\"}");
    }
  }

  @Override
  public Optional<Boolean> approves() {
    if (approveUnasked) {
      return Optional.of(true);
    }
    if (!terminal) {
      return Optional.empty();
    }
    out.print("  Approve? [y/N] ");
    out.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
      return Optional.of(answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void granted(OnboardingResult result) {
    out.println();
    out.println("  Employee ID   " + result.employeeId().map(String::valueOf).orElse("-"));
    out.println("  POS user ID   " + result.posUserId());
    out.println("  Wage site     " + result.wageSite().orElse("-"));
    out.println("  Sites         " + String.join(", ", result.sites()));
    out.println("  Staff ID      " + result.staffId().map(String::valueOf).orElse("-"));
    result.warnings().forEach(warning -> out.println("  Warning       " + warning));
  }

  @Override
  public void pin(String digits) {
    out.println(
        "  PIN           " + (terminal ? digits : "•••••  (it opens; shown on a terminal only)"));
  }

  @Override
  public void seen(String system, String fact) {
    out.printf("  ✓ %-11s %s%n", system, fact);
  }

  @Override
  public void end(String reason) {
    out.println();
    out.println(
        reason.isEmpty()
            ? "All of it was read back from both systems. Done."
            : "FAILED: " + reason);
  }
}
