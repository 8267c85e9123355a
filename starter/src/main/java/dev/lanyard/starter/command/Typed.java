package dev.lanyard.starter.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.starter.command.WrongUsage.Mistake;
import dev.lanyard.starter.intake.InputRefused;
import dev.lanyard.starter.output.JsonText;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of an event as they were typed: from a file first, then from flags, which win. It
 * knows where each came from, so that a mistake is told at the place where it can be corrected.
 */
final class Typed {

  private static final Map<String, String> FLAGS =
      Map.of(
          "sites", "--site",
          "permissionTemplate", "--permission",
          "departments", "--department",
          "revokeNow", "--now",
          "fullName", "--name",
          "status", "--active");

  private final ObjectNode fields = JsonText.object();
  private final Set<String> fromFile = new LinkedHashSet<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, String> arguments = new HashMap<>();
  private String file = "";
  private boolean fileUnread;

  /** For a command that takes this field as a bare word. */
  static Typed withArgument(String field, String placeholder) {
    Typed typed = new Typed();
    typed.arguments.put(field, placeholder);
    return typed;
  }

  /** An employee number that was typed as an argument. */
  static EmployeeNumber employeeNumber(String typed) {
    EmployeeNumber number = EmployeeNumber.of(typed);
    HireRules.employeeNumber(number)
        .ifPresent(
            problem -> {
              throw new WrongUsage("<employee-number>", problem.message());
            });
    return number;
  }

  void takeFile(String name, ObjectNode content) {
    file = name;
    fields.setAll(content);
    content.fieldNames().forEachRemaining(fromFile::add);
  }

  /** A file was meant and could not be read: nobody knows which fields it has. */
  void fileStaysUnread() {
    fileUnread = true;
  }

  /** Of a flag that was not given, null. */
  void takeFlag(String field, String value) {
    if (value != null) {
      fields.put(field, value);
      fromFile.remove(field);
    }
  }

  void takeFlag(String field, List<String> values) {
    if (values != null && !values.isEmpty()) {
      var list = fields.putArray(field);
      values.forEach(list::add);
      fromFile.remove(field);
    }
  }

  void mistake(String where, String message) {
    mistakes.add(new Mistake(where, message));
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  ObjectNode fields() {
    return fields;
  }

  void take(InputRefused refused) {
    for (InputProblem problem : refused.problems()) {
      if (!fileUnread || fields.has(problem.field())) {
        mistakes.add(new Mistake(where(problem.field()), problem.message()));
      }
    }
  }

  void throwMistakes() {
    if (!mistakes.isEmpty()) {
      throw new WrongUsage(mistakes);
    }
  }

  private String where(String field) {
    String argument = arguments.getOrDefault(field, flag(field));
    return fromFile.contains(field) ? field + " in " + file : argument;
  }

  /** {@code --start-date} for {@code startDate}. */
  static String flag(String field) {
    String named = FLAGS.get(field);
    return named != null
        ? named
        : "--" + field.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
