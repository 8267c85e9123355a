package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.look.Look;
import dev.lanyard.starter.output.Table;
import dev.lanyard.starter.output.Terminal;
import dev.lanyard.starter.person.PersonUnknown;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.backoffice.reading.EmployeeAnswer;
import dev.lanyard.workflows.backoffice.reading.EmployeeQuestion;
import dev.lanyard.workflows.backoffice.reading.EmployeeSnapshot;
import dev.lanyard.workflows.backoffice.reading.RosterAnswer;
import dev.lanyard.workflows.backoffice.reading.RosterEntry;
import dev.lanyard.workflows.backoffice.reading.RosterQuestion;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import dev.lanyard.workflows.person.PersonLinks;
import dev.lanyard.workflows.reading.EmployeeWorkflow;
import dev.lanyard.workflows.reading.RosterWorkflow;
import java.util.List;
import java.util.Optional;

/** Finds the one person that is meant, by looks that change nothing. */
final class LeaverSearch {

  private final Surroundings around;
  private final Optional<Terminal.Prompt> prompt;

  /**
   * @param prompt where somebody chooses among several; without one several are a mistake
   */
  LeaverSearch(Surroundings around, Optional<Terminal.Prompt> prompt) {
    this.around = around;
    this.prompt = prompt;
  }

  /**
   * @param who a POS user ID, an employee number such as {@code hr-10442}, or a name
   * @param lastName as it was typed besides; else the record's own guards it
   */
  Leaver find(String who, Optional<String> lastName) {
    if (who.matches("[0-9]{1,9}")) {
      return byPosUserId(PosUserId.of(Integer.parseInt(who)), lastName);
    }
    return who.matches("[A-Za-z][^ ]*[0-9].*")
        ? byEmployeeNumber(Typed.employeeNumber(who), lastName)
        : byName(who, lastName);
  }

  private Leaver byEmployeeNumber(EmployeeNumber number, Optional<String> lastName) {
    Optional<PosUserId> posUserId = links(number).flatMap(PersonLinks::posUserId);
    Optional<EmployeeSnapshot> employee = posUserId.flatMap(this::employee);
    return new Leaver(number, posUserId, lastName.or(() -> ownLastName(employee)), employee);
  }

  private Optional<PersonLinks> links(EmployeeNumber number) {
    try {
      return Optional.of(new Persons(around.connection().client()).status(number).links());
    } catch (PersonUnknown nobody) {
      // Then the staff API may still know the number: the run says so.
      return Optional.empty();
    }
  }

  private Leaver byPosUserId(PosUserId id, Optional<String> lastName) {
    Optional<EmployeeSnapshot> employee = employee(id);
    EmployeeNumber owner = new Owners(around.connection().client()).of(id);
    return new Leaver(owner, Optional.of(id), lastName.or(() -> ownLastName(employee)), employee);
  }

  private Leaver byName(String name, Optional<String> lastName) {
    RosterAnswer answer =
        ask(
            RosterWorkflow.class,
            "employees",
            new RosterQuestion(
                Optional.of(name), Optional.empty(), Optional.empty(), List.of(), false, false, 1),
            RosterAnswer.class);
    RosterEntry entry = only(answer);
    return byPosUserId(PosUserId.of(Integer.parseInt(entry.posUserId().strip())), lastName);
  }

  private RosterEntry only(RosterAnswer answer) {
    List<RosterEntry> found =
        answer.employees().stream()
            .filter(entry -> entry.posUserId().strip().matches("[0-9]{1,9}"))
            .toList();
    if (found.isEmpty()) {
      throw new StarterFailure(
          "nobody of this name shows in Backoffice's roster, active or disabled",
          "check the spelling, or a part with a * at its end; somebody who is only in the staff API"
              + " is found by ./lanyard staff list and fired by employee number");
    }
    if (found.size() == 1 && !answer.more()) {
      return found.get(0);
    }
    Table table = new Table().row("", "POS ID", "NAME", "ACTIVE", "SITES", "PHONE");
    for (int i = 0; i < found.size(); i++) {
      RosterEntry entry = found.get(i);
      table.row(
          String.valueOf(i + 1),
          entry.posUserId(),
          entry.firstName() + " " + entry.lastName(),
          entry.active() ? "yes" : "no",
          String.join(", ", entry.siteCodes()),
          entry.phone());
    }
    table.lines().forEach(around.terminal()::line);
    if (answer.more()) {
      throw new StarterFailure(
          "more people are called that than fit on a page",
          "give the whole name, or the POS user ID");
    }
    return chosen(found);
  }

  private RosterEntry chosen(List<RosterEntry> found) {
    String typed =
        prompt
            .flatMap(asking -> asking.line("Which one? 1 to " + found.size() + ": "))
            .map(String::strip)
            .orElse("");
    if (typed.matches("[0-9]{1,2}")
        && Integer.parseInt(typed) >= 1
        && Integer.parseInt(typed) <= found.size()) {
      return found.get(Integer.parseInt(typed) - 1);
    }
    throw new StarterFailure("nothing was sent", "several people are meant; give the POS user ID");
  }

  private static Optional<String> ownLastName(Optional<EmployeeSnapshot> employee) {
    return employee
        .map(found -> found.profile().lastName().strip())
        .filter(name -> !name.isEmpty());
  }

  private Optional<EmployeeSnapshot> employee(PosUserId id) {
    return ask(
            EmployeeWorkflow.class,
            "employee",
            new EmployeeQuestion(Optional.of(id), Optional.empty()),
            EmployeeAnswer.class)
        .employee();
  }

  private <A> A ask(Class<?> workflow, String kind, Object question, Class<A> answer) {
    return new Look(around.connection().client(), around.connection().taskQueue())
        .ask(workflow, kind + "/" + around.freshId(), question, answer);
  }
}
