package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.follow.Follower;
import dev.lanyard.starter.intake.Submitted;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.starter.output.Terminal;
import java.util.function.Supplier;

/** Hands an event in, tells so, and follows it where that was asked for. */
final class Submission {

  private final Surroundings around;
  private final boolean json;
  private final WaitChoice waiting;

  Submission(Surroundings around, boolean json, WaitChoice waiting) {
    this.around = around;
    this.json = json;
    this.waiting = waiting;
  }

  int run(Supplier<Submitted> submit) {
    Submitted submitted = submit.get();
    tell(submitted);
    if (!waiting.wanted()) {
      return ExitCodes.DONE;
    }
    Follower follower = new Follower(around.connection().client());
    FollowView view = FollowView.of(around, json, waiting.throughApproval());
    return view.ending(submitted.employeeNumber(), follower.follow(submitted, view));
  }

  private void tell(Submitted submitted) {
    Terminal terminal = around.terminal();
    String number = submitted.employeeNumber().value();
    if (json) {
      ObjectNode told = JsonText.object();
      told.put("event", "submitted");
      told.put("outcome", "submitted");
      told.put("type", submitted.type());
      told.put("employeeNumber", number);
      told.put("person", submitted.personId());
      told.put("eventId", submitted.eventId());
      terminal.line(JsonText.of(told));
      return;
    }
    terminal.line(
        "Accepted: the " + submitted.type() + " of " + number + " is kept, whatever stops now.");
    terminal.line("  person    " + submitted.personId());
    terminal.line("  event id  " + submitted.eventId() + "  (the same --event-id is one event)");
    if (!waiting.wanted()) {
      terminal.line("  see it    ./lanyard status " + number);
      if (submitted.type().equals(Submitted.HIRE)) {
        terminal.line("  approve   ./lanyard approve " + number);
      }
    }
  }
}
