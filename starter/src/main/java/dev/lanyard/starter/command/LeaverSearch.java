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
import dev.lanyard.workflows.staffapi.look.StaffList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the one person that is meant, by looks that change nothing. */
final class LeaverSearch {

  private final Surroundings around;
  private final Optional<Terminal.Prompt> prompt;
  private final Accounts accounts;

  /**
   * @param prompt where somebody chooses among several; without one several are a mistake
   */
  LeaverSearch(Surroundings around, Optional<Terminal.Prompt> prompt) {
    this.around = around;
    this.prompt = prompt;
    this.accounts = new Accounts(around);
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
    return new Leaver(
        number,
        posUserId,
        lastName.or(() -> ownLastName(employee)),
        employee,
        employee.isPresent() ? Optional.empty() : accounts.of(number));
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
    return new Leaver(
        owner,
        Optional.of(id),
        lastName.or(() -> ownLastName(employee)),
        employee,
        Optional.empty());
  }

  private Leaver byName(String name, Optional<String> lastName) {
    RosterAnswer answer =
        ask(
            RosterWorkflow.class,
            "employees",
            new RosterQuestion(
                Optional.of(name), Optional.empty(), Optional.empty(), List.of(), false, false, 1),
            RosterAnswer.class);
    return only(answer, accounts.called(name)).found(lastName);
  }

  /** One of several whom a name may mean. */
  private record Candidate(List<String> cells, Function<Optional<String>, Leaver> search) {

    Leaver found(Optional<String> lastName) {
      return search.apply(lastName);
    }
  }

  private Candidate only(RosterAnswer answer, List<StaffList.Row> called) {
    List<RosterEntry> entries =
        answer.employees().stream()
            .filter(entry -> entry.posUserId().strip().matches("[0-9]{1,9}"))
            .toList();
    List<StaffList.Row> alone = called.stream().filter(row -> !isAmong(row, entries)).toList();
    List<Candidate> found =
        Stream.concat(
                entries.stream().map(this::candidate),
                alone.stream().flatMap(row -> candidate(row).stream()))
            .toList();
    if (found.isEmpty()) {
      throw nobody(alone);
    }
    if (found.size() == 1 && !answer.more()) {
      return found.get(0);
    }
    Table table = new Table().row("", "POS ID", "NAME", "ACTIVE", "SITES", "PHONE");
    for (int i = 0; i < found.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(String.valueOf(i + 1)));
      cells.addAll(found.get(i).cells());
      table.row(cells.toArray(String[]::new));
    }
    table.lines().forEach(around.terminal()::line);
    if (answer.more()) {
      throw new StarterFailure(
          "more people are called that than fit on a page",
          "give the whole name, or the POS user ID");
    }
    return chosen(found);
  }

  private Candidate candidate(RosterEntry entry) {
    return new Candidate(
        List.of(
            entry.posUserId(),
            entry.firstName() + " " + entry.lastName(),
            entry.active() ? "yes" : "no",
            String.join(", ", entry.siteCodes()),
            entry.phone()),
        lastName ->
            byPosUserId(PosUserId.of(Integer.parseInt(entry.posUserId().strip())), lastName));
  }

  /** A run is the person's, and an account without our code says nobody's number. */
  private Optional<Candidate> candidate(StaffList.Row row) {
    return number(row)
        .map(
            number ->
                new Candidate(
                    List.of(
                        "",
                        row.firstName() + " " + row.lastName(),
                        "",
                        "staff API only, member " + row.id(),
                        ""),
                    lastName -> byAccount(row, number, lastName)));
  }

  private Leaver byAccount(StaffList.Row row, EmployeeNumber number, Optional<String> lastName) {
    Optional<PosUserId> posUserId = links(number).flatMap(PersonLinks::posUserId);
    Optional<EmployeeSnapshot> employee = posUserId.flatMap(this::employee);
    return new Leaver(
        number,
        posUserId,
        lastName
            .or(() -> ownLastName(employee))
            .or(() -> Optional.of(row.lastName().strip()).filter(name -> !name.isEmpty())),
        employee,
        employee.isPresent() ? Optional.empty() : accounts.member(row.id()));
  }

  private static Optional<EmployeeNumber> number(StaffList.Row row) {
    return row.code().map(EmployeeNumber::of).filter(EmployeeNumber::wellFormed);
  }

  /** The account of somebody whom the roster shows by the same name. */
  private boolean isAmong(StaffList.Row row, List<RosterEntry> entries) {
    return number(row)
        .flatMap(this::links)
        .flatMap(PersonLinks::posUserId)
        .filter(id -> entries.stream().anyMatch(e -> e.posUserId().strip().equals(id.toString())))
        .isPresent();
  }

  private static StarterFailure nobody(List<StaffList.Row> withoutCode) {
    if (withoutCode.isEmpty()) {
      return new StarterFailure(
          "nobody of this name shows in Backoffice's roster, active or disabled, nor in the staff"
              + " API",
          "check the spelling, or a part with a * at its end; ./lanyard employees and ./lanyard"
              + " staff list show everybody");
    }
    return new StarterFailure(
        "of this name there is only staff member "
            + withoutCode.stream()
                .map(row -> Long.toString(row.id()))
                .collect(Collectors.joining(", "))
            + ", which carries no employee number",
        "set its code there and fire by that number, or revoke it there");
  }

  private Candidate chosen(List<Candidate> found) {
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
