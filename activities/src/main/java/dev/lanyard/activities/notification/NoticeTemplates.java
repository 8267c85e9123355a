package dev.lanyard.activities.notification;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import dev.lanyard.workflows.notification.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of notices: one Mustache file for each kind, whose first line is the subject, and
 * {@code body} for what they share. Each one of a folder replaces the built-in one of its name. All
 * are filled once when they are read, so that a broken one is found at the start.
 */
public final class NoticeTemplates {

  private static final String ENDING = ".mustache";
  private static final String SHARED = "body";
  private static final String SUBJECT = "Subject: ";

  /** What mail programs show of a subject, with room to spare (guessed). */
  private static final int LONGEST_SUBJECT = 200;

  /** As much as the run's page shows of a server's words. */
  private static final int LONGEST_LINE = 500;

  /** How the library words where a template does not parse. */
  private static final Pattern PLACED = Pattern.compile("(?s)(.*) @ line (\\d+)");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm zzz", Locale.US);

  private final Optional<Path> folder;
  private final Map<String, Template> byKind = new TreeMap<>();

  /**
   * @param folder with the files that replace built-in ones
   * @throws TemplateBroken names the file, and the line where there is one
   */
  public NoticeTemplates(Optional<Path> folder) {
    this.folder = folder;
    folder.ifPresent(NoticeTemplates::refuseUnknownFiles);
    Mustache.Compiler compiler =
        Mustache.compiler()
            .emptyStringIsFalse(true)
            .strictSections(true)
            .withEscaper(Escapers.NONE)
            .withLoader(this::shared);
    // By itself first, so that what is wrong in it is not said of the first kind that includes it.
    Template shared = compile(compiler, SHARED);
    samples(SHARED).forEach(sample -> execute(SHARED, shared, sample, ZoneOffset.UTC));
    for (String kind : Notice.KINDS) {
      byKind.put(kind, compile(compiler, kind));
      samples(kind).forEach(sample -> fill(sample, ZoneOffset.UTC));
    }
  }

  /**
   * @throws TemplateBroken when there is no template for this kind, or it does not hold with these
   *     values
   */
  NoticeText fill(Notice notice, ZoneId zone) {
    Template template = byKind.get(notice.kind());
    if (template == null) {
      throw new TemplateBroken(notice.kind() + ENDING, "there is no such kind of notice");
    }
    String filled = execute(notice.kind(), template, notice, zone);
    int end = filled.indexOf('\n');
    if (!filled.startsWith(SUBJECT) || end < 0) {
      throw new TemplateBroken(
          notice.kind() + ENDING, 1, "must be \"" + SUBJECT + "…\", and the text below it");
    }
    return new NoticeText(
        OneLine.of(filled.substring(SUBJECT.length(), end), LONGEST_SUBJECT),
        filled.substring(end + 1).strip() + "\n");
  }

  private static String execute(String name, Template template, Notice notice, ZoneId zone) {
    try {
      return template.execute(values(notice, zone)).replace("\r\n", "\n");
    } catch (MustacheException.Context e) {
      throw new TemplateBroken(name + ENDING, e.lineNo, "there is no value {{" + e.key + "}}");
    } catch (MustacheException e) {
      throw new TemplateBroken(name + ENDING, e.getMessage());
    } catch (DateTimeException e) {
      throw new TemplateBroken(name + ENDING, "{{until}} cannot be shown as a date");
    }
  }

  private static Map<String, Object> values(Notice notice, ZoneId zone) {
    Map<String, Object> values = new HashMap<>();
    values.put("kind", notice.kind());
    values.put("group", line(notice.group()));
    values.put("process", line(notice.process()));
    values.put("workflowId", line(notice.workflowId()));
    values.put("employeeNumber", line(notice.employeeNumber()));
    values.put("requestId", line(notice.requestId()));
    values.put("question", line(notice.question()));
    values.put("who", line(notice.who()));
    values.put("until", notice.until().map(at -> MOMENT.format(at.atZone(zone))).orElse(""));
    values.put("detail", lines(notice.detail()));
    values.put("hasDetail", !notice.detail().isEmpty());
    values.put("commands", lines(notice.commands()));
    values.put("hasCommands", !notice.commands().isEmpty());
    return values;
  }

  private static List<String> lines(List<String> foreign) {
    return foreign.stream().map(NoticeTemplates::line).toList();
  }

  private static String line(String foreign) {
    return OneLine.of(foreign, LONGEST_LINE);
  }

  private Template compile(Mustache.Compiler compiler, String name) {
    try {
      return compiler.compile(read(name));
    } catch (MustacheParseException e) {
      Matcher placed = PLACED.matcher(e.getMessage());
      throw placed.matches()
          ? new TemplateBroken(name + ENDING, Integer.parseInt(placed.group(2)), placed.group(1))
          : new TemplateBroken(name + ENDING, e.getMessage());
    }
  }

  private StringReader shared(String name) {
    if (!name.equals(SHARED)) {
      throw new MustacheException("only {{>" + SHARED + "}} can be included");
    }
    return new StringReader(read(name));
  }

  private String read(String name) {
    Optional<Path> own = folder.map(at -> at.resolve(name + ENDING)).filter(Files::exists);
    try (InputStream found =
        own.isPresent()
            ? Files.newInputStream(own.get())
            : NoticeTemplates.class.getResourceAsStream(name + ENDING)) {
      if (found == null) {
        throw new TemplateBroken(name + ENDING, "there is no built-in template of this name");
      }
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuseUnknownFiles(Path folder) {
    List<String> known = new ArrayList<>(Notice.KINDS);
    known.add(SHARED);
    try (var files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(name -> !known.contains(name))
          .sorted()
          .findFirst()
          .ifPresent(
              name -> {
                throw new TemplateBroken(
                    name + ENDING, "is no template; there are " + String.join(", ", known));
              });
    } catch (IOException e) {
      throw new TemplateBroken(folder.toString(), "this folder cannot be read");
    }
  }

  private static List<Notice> samples(String kind) {
    return List.of(
        sample(kind, List.of("some line"), Optional.of(Instant.EPOCH)),
        sample(kind, List.of(), Optional.empty()));
  }

  private static Notice sample(String kind, List<String> lines, Optional<Instant> until) {
    String some = lines.isEmpty() ? "" : "some text";
    return new Notice(some, kind, some, some, some, some, some, some, lines, some, until, lines);
  }
}
