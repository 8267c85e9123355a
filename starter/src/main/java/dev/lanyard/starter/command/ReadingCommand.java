package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.look.Look;
import dev.lanyard.starter.output.JsonText;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;

/** What the commands have in common that show what Backoffice shows. */
abstract class ReadingCommand implements Callable<Integer> {

  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9._/:@=-]+");

  @Mixin private OutputChoice output;

  private final Surroundings around;

  ReadingCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public final Integer call() {
    return new ToldFailures(around, output).run(this::work);
  }

  /** The command's exit code. */
  abstract int work();

  /** The question, or every mistake in what was typed. */
  final <Q> Q question(Typed typed, Function<ObjectNode, Q> read) {
    try {
      Q question = read.apply(typed.fields());
      typed.throwMistakes();
      return question;
    } catch (InputRefused refused) {
      typed.take(refused);
      typed.throwMistakes();
      throw refused;
    }
  }

  /**
   * @param kind begins the run's id
   */
  final <A> A ask(Class<?> workflow, String kind, Object question, Class<A> answer) {
    return new Look(around.connection().client(), around.connection().taskQueue())
        .ask(workflow, kind + "/" + around.freshId(), question, answer);
  }

  final boolean json() {
    return output.json();
  }

  final void tell(ObjectNode object) {
    around.terminal().line(JsonText.of(object));
  }

  final void tell(List<String> lines) {
    lines.forEach(around.terminal()::line);
  }

  final Surroundings around() {
    return around;
  }

  /** The command for the next page, as it can be pasted into a shell. */
  static String nextCommand(List<String> words, int page) {
    StringBuilder command = new StringBuilder("./lanyard");
    for (String word : words) {
      command.append(' ').append(quoted(word));
    }
    return command.append(" --page ").append(page).toString();
  }

  private static String quoted(String word) {
    return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
