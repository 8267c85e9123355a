package dev.lanyard.launcher.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.onboarding.OnboardingResult;
import dev.lanyard.workflows.progress.StepStatus;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** For programs: one JSON object a line. Never a PIN. */
final class JsonTeller implements Teller {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final boolean approveUnasked;

  /**
   * @param approveUnasked else the decision has to come from elsewhere
   */
  JsonTeller(PrintStream out, boolean approveUnasked) {
    this.out = out;
    this.approveUnasked = approveUnasked;
  }

  @Override
  public void places(Map<String, URI> urls) {
    ObjectNode line = line("places");
    urls.forEach((name, url) -> line.put(name, url.toString()));
    print(line);
  }

  @Override
  public void chapter(String title) {
    print(line("chapter").put("title", title));
  }

  @Override
  public void say(String text) {
    print(line("note").put("text", text));
  }

  @Override
  public void submitted(String kind, String employeeNumber) {
    print(line("submitted").put("kind", kind).put("employeeNumber", employeeNumber));
  }

  @Override
  public void step(String workflowId, StepStatus step) {
    print(
        line("step")
            .put("workflowId", workflowId)
            .put("step", step.name())
            .put("state", step.state())
            .put("startedAt", step.startedAt().toString())
            .put("endedAt", step.endedAt().map(Object::toString).orElse(null))
            .put("note", step.note()));
  }

  @Override
  public void asked(String workflowId, OpenRequest request) {
    ObjectNode line =
        line("asked")
            .put("workflowId", workflowId)
            .put("requestId", request.id())
            .put("kind", request.kind())
            .put("group", request.group());
    request.choices().forEach(line.putArray("choices")::add);
    print(line);
  }

  @Override
  public Optional<Boolean> approves() {
    return approveUnasked ? Optional.of(true) : Optional.empty();
  }

  @Override
  public void granted(OnboardingResult result) {
    ObjectNode line =
        line("granted")
            .put("employeeId", result.employeeId().orElse(null))
            .put("posUserId", result.posUserId().value())
            .put("wageSite", result.wageSite().orElse(null))
            .put("staffId", result.staffId().orElse(null));
    result.sites().forEach(line.putArray("sites")::add);
    result.warnings().forEach(line.putArray("warnings")::add);
    print(line);
  }

  @Override
  public void pin(String digits) {
    print(line("pin").put("opens", true));
  }

  @Override
  public void seen(String system, String fact) {
    print(line("seen").put("system", system).put("fact", fact));
  }

  @Override
  public void end(String reason) {
    ObjectNode line = line("end").put("outcome", reason.isEmpty() ? "ok" : "failed");
    if (!reason.isEmpty()) {
      line.put("reason", reason);
    }
    print(line);
  }

  private static ObjectNode line(String event) {
    return JSON.createObjectNode().put("event", event);
  }

  private void print(ObjectNode line) {
    try {
      out.println(JSON.writeValueAsString(line));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
