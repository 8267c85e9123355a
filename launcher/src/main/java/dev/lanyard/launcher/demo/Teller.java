package dev.lanyard.launcher.demo;

import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.StepStatus;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Tells the demo's story as it happens. */
interface Teller {

  /** What is up now and where to look. */
  void places(Map<String, URI> urls);

  /** A new part of the story. */
  void chapter(String title);

  /** A sentence of it. */
  void say(String text);

  void submitted(String kind, String employeeNumber);

  void step(String workflowId, StepStatus step);

  /** The plan and the question that goes with it. */
  void asked(String workflowId, OpenRequest request);

  /**
   * Asks the one at the terminal.
   *
   * @return empty where nobody can be asked: then the decision comes from Temporal UI or {@code
   *     ./lanyard approve}
   */
  Optional<Boolean> approves();

  void granted(OnboardingResult result);

  /** Digits are for a terminal only; elsewhere just the fact that the PIN opens. */
  void pin(String digits);

  /** A fact that was read from a remote system over HTTP, and is as it has to be. */
  void seen(String system, String fact);

  /** The last line. {@code reason} is empty when all went well. */
  void end(String reason);
}
