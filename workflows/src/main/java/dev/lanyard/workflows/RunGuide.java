package dev.lanyard.workflows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run's page in Temporal UI says about it from its first moment on, for whoever never saw
 * one: the run's static details, as Markdown.
 */
public final class RunGuide {

  private static final String DECIDE = "`decide` answers what is awaited";
  private static final String AMEND = "`amend` corrects it, until anything is written";
  private static final String WITHDRAW =
      "`withdraw` with `{\"by\":\"your name\",\"reason\":\"why\"}` undoes everything";
  private static final String CANCEL =
      "*Request Cancellation* undoes everything, and only then the run ends.";
  private static final String NO_CANCEL =
      "*Request Cancellation* is not followed: access would be left.";

  /** By the first part of a workflow id. */
  private static final Map<String, List<String>> BY_PROCESS =
      Map.ofEntries(
          Map.entry(
              "person",
              List.of(
                  "Everything that HR ever said about one person, in order; each event is carried"
                      + " out by a run of its own, under *Relationships*.",
                  "The update `call off` with `{\"id\":\"...\",\"by\":\"your name\"}` takes off what is"
                      + " planned for a later day, where the policy lets it.",
                  "*Request Cancellation* is not followed: somebody with access would be"
                      + " forgotten.")),
          Map.entry(
              "onboarding",
              List.of(
                  "Gives a new hire access in Backoffice and the staff API: check, approval, the"
                      + " first day, check again, a sealed PIN, both systems, read back.",
                  "Signals: " + DECIDE + "; `amend` corrects the hire; " + WITHDRAW + ".",
                  CANCEL)),
          Map.entry(
              "offboarding",
              List.of(
                  "Takes all access away, in both systems and of Backoffice web users, at the end"
                      + " of the last day or at once. It only goes forward.",
                  "Signals: " + DECIDE + "; `call off`, which may need an approval.",
                  NO_CANCEL)),
          Map.entry(
              "leave",
              List.of(
                  "Takes all access away until a return gives back exactly the same.",
                  "Signals: " + DECIDE + ".",
                  NO_CANCEL)),
          Map.entry(
              "change",
              List.of(
                  "Changes names, phone, e-mail or the like in both systems.",
                  "Signals: " + DECIDE + "; " + AMEND + "; " + WITHDRAW + ".",
                  CANCEL)),
          Map.entry(
              "transfer",
              List.of(
                  "Changes sites, departments, permissions or the wage in both systems; a loan ends"
                      + " by itself, in another such run, which cannot be withdrawn.",
                  "Signals: " + DECIDE + "; " + AMEND + "; " + WITHDRAW + ".",
                  CANCEL)),
          Map.entry("undo", restoration("the termination")),
          Map.entry("return", restoration("the leave")),
          Map.entry(
              "deletion",
              List.of(
                  "Deletes the leaver's staff member: the grace period is over.",
                  "Signals: " + DECIDE + ".")),
          Map.entry(
              "call-off",
              List.of(
                  "Asks whether what is planned for a later day may be taken off; nothing waits for"
                      + " it.",
                  "Signals: " + DECIDE + ".")),
          Map.entry(
              "dry-run",
              List.of("Looks, and ends with the plan: nothing is written and nobody is asked.")),
          Map.entry(
              "pin",
              List.of(
                  "Keeps a sealed PIN until somebody collects it: `./lanyard pin reveal`.",
                  "Nobody can read it here, and no signal shows it.")));

  private RunGuide() {}

  /**
   * @param workflowId of one of the runs about a person: {@code onboarding/hr-10442/1}
   */
  public static String of(String workflowId) {
    String[] parts = workflowId.split("/", -1);
    List<String> lines =
        new ArrayList<>(BY_PROCESS.getOrDefault(parts[0], List.of("A run about one person.")));
    lines.add(
        "How it goes stands under **Current Details**: stage, steps, who is awaited, and what to"
            + " send. The query `status` has it as JSON, `./lanyard status "
            + parts[1]
            + "` in a terminal.");
    lines.add("Do not *terminate* it: nothing would be undone.");
    return String.join("\n\n", lines);
  }

  private static List<String> restoration(String exit) {
    return List.of(
        "Gives back exactly the access from before " + exit + ", with another PIN.",
        "Signals: " + DECIDE + "; " + WITHDRAW + ".",
        CANCEL);
  }
}
