package dev.lanyard.starter.output;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command prints and asks. Everything goes through {@link TerminalText#escape}, a line at a
 * time.
 */
public final class Terminal {

  private final PrintWriter out;
  private final PrintWriter err;
  private final InputStream in;
  private final Optional<Prompt> prompt;

  /** A person at a keyboard. */
  public interface Prompt {

    /** A line, as typed and shown; empty at the end of input. */
    Optional<String> line(String question);

    /** A line that is not shown while it is typed; empty at the end of input. */
    Optional<String> secret(String question);
  }

  /**
   * @param prompt absent when nobody sits there: input or output is a pipe or a file
   */
  public Terminal(PrintWriter out, PrintWriter err, InputStream in, Optional<Prompt> prompt) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.prompt = prompt;
  }

  /** The process's own streams. */
  public static Terminal ofProcess() {
    Console console = System.console();
    // What is piped into a file or a program is UTF-8, whatever the locale.
    Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
    return new Terminal(
        new PrintWriter(new OutputStreamWriter(System.out, charset), true),
        new PrintWriter(new OutputStreamWriter(System.err, charset), true),
        System.in,
        console != null && isTerminal(console)
            ? Optional.of(new ConsolePrompt(console))
            : Optional.empty());
  }

  /** For the result of a command. */
  public void line(String text) {
    out.println(TerminalText.escape(text));
    out.flush();
  }

  /** For what is about the command, such as an error. */
  public void error(String text) {
    err.println(TerminalText.escape(text));
    err.flush();
  }

  public Optional<Prompt> prompt() {
    return prompt;
  }

  /** Whether {@code y} is answered; nobody is asked, and it is meant, where nobody sits. */
  public boolean sure(String question) {
    return prompt
        .map(asked -> asked.line(question).filter(Terminal::isYes).isPresent())
        .orElse(true);
  }

  private static boolean isYes(String answer) {
    return answer.strip().equalsIgnoreCase("y");
  }

  public InputStream in() {
    return in;
  }

  /** For libraries that print by themselves, such as usage help. */
  public PrintWriter out() {
    return out;
  }

  /** The same for their errors. */
  public PrintWriter err() {
    return err;
  }

  /** From JDK 22 on a console is there even when the output is a pipe, and says so itself. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private record ConsolePrompt(Console console) implements Prompt {
    @Override
    public Optional<String> line(String question) {
      return Optional.ofNullable(console.readLine("%s", TerminalText.escape(question)));
    }

    @Override
    public Optional<String> secret(String question) {
      char[] typed = console.readPassword("%s", TerminalText.escape(question));
      return Optional.ofNullable(typed).map(String::new);
    }
  }
}
