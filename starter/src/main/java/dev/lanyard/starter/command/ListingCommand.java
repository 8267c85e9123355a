package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.intake.ReadingDraft;
import dev.lanyard.starter.output.JsonText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A command that shows one of a tenant's lists, a page at a time. */
abstract class ListingCommand<A> extends ReadingCommand {

  @Mixin private PageChoice page;

  private final String name;
  private final Class<?> workflow;
  private final Class<A> type;

  /**
   * @param name as it is typed
   * @param workflow the interface of the run that is asked
   */
  ListingCommand(Surroundings around, String name, Class<?> workflow, Class<A> type) {
    super(around);
    this.name = name;
    this.workflow = workflow;
    this.type = type;
  }

  /** Where the answer stands: its page, whether there is a next one, whether it is empty. */
  record Place(int page, boolean more, boolean empty) {}

  abstract Place place(A answer);

  /** For a reader, when there is something. */
  abstract List<String> lines(A answer);

  /** For a reader, when there is nothing. */
  String nothing(A answer) {
    return "There is no page " + place(answer).page() + ".";
  }

  @Override
  final int work() {
    Typed typed = new Typed();
    page.takeInto(typed);
    A answer = ask(workflow, name, question(typed, ReadingDraft::listing), type);
    Place place = place(answer);
    List<String> words = json() ? List.of(name, "--json") : List.of(name);
    String next = nextCommand(words, place.page() + 1);
    if (json()) {
      ObjectNode told = JsonText.object().put("outcome", place.empty() ? "nothing" : "found");
      told.setAll(JsonText.object(answer));
      tell(place.more() ? told.put("next", next) : told);
    } else {
      List<String> lines =
          new ArrayList<>(place.empty() ? List.of(nothing(answer)) : lines(answer));
      if (place.more()) {
        lines.add("Next page: " + next);
      }
      tell(lines);
    }
    return place.empty() ? ExitCodes.FAILED : ExitCodes.DONE;
  }
}
