package dev.lanyard.activities.backoffice;

import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.SiteGrant;
import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a wish for a record, as far as it shows without asking anybody. */
final class RecordChangeRules {

  private RecordChangeRules() {}

  /** All of them, without personal values. */
  static List<String> problems(RecordChange change) {
    EmployeeFields wanted = change.wanted();
    List<String> found = new ArrayList<>();
    if (wanted.equals(EmployeeFields.NONE) && change.pin().isEmpty()) {
      found.add("nothing is wanted");
    }
    for (RecordField field : List.of(RecordField.FIRST_NAME, RecordField.LAST_NAME)) {
      if (field.in(wanted).filter(String::isEmpty).isPresent()) {
        found.add("the " + field.label() + " is blank");
      }
    }
    limits(change).forEach(problem -> found.add(told(problem)));
    if (wanted.sites().map(SiteGrant::sites).filter(List::isEmpty).isPresent()) {
      found.add("the sites are none");
    }
    Optional<String> link = wanted.link().map(String::strip);
    boolean linkMeant = link.isPresent() || change.before().link().isPresent();
    if (linkMeant && change.linkField().name().isEmpty()) {
      found.add("no link field is configured (lanyard.backoffice.link-field)");
    }
    if (link.filter(l -> !l.isEmpty() && !l.equals(change.employeeNumber().value())).isPresent()) {
      found.add("the link is not this person's employee number");
    }
    if (wanted.posUserId().filter(id -> !id.wellFormed()).isPresent()) {
      found.add("the POS user ID is no number from 1 to " + PosUserId.LARGEST);
    }
    return found;
  }

  /** Of what is new: a value that stands there already may be as old records are. */
  private static List<InputProblem> limits(RecordChange change) {
    EmployeeFields wanted = change.wanted();
    List<InputProblem> found = new ArrayList<>();
    fresh(change, RecordField.FIRST_NAME)
        .flatMap(name -> HireRules.name("first name", name, HireRules.FIRST_NAME_LIMIT))
        .ifPresent(found::add);
    fresh(change, RecordField.LAST_NAME)
        .flatMap(name -> HireRules.name("last name", name, HireRules.NAME_LIMIT))
        .ifPresent(found::add);
    phone(change, RecordField.PHONE, wanted.phone()).ifPresent(found::add);
    fresh(change, RecordField.EMAIL)
        .flatMap(HireRules::email)
        .map(problem -> new InputProblem(RecordField.EMAIL.label(), "is no address"))
        .ifPresent(found::add);
    fresh(change, RecordField.START_DATE)
        .flatMap(date -> HireRules.startDate("start date", wanted.startDate().orElseThrow()))
        .ifPresent(found::add);
    fresh(change, RecordField.EMERGENCY_NAME)
        .flatMap(
            name ->
                HireRules.name("emergency contact's name", name, HireRules.EMERGENCY_NAME_LIMIT))
        .ifPresent(found::add);
    phone(change, RecordField.EMERGENCY_PHONE, wanted.emergencyPhone()).ifPresent(found::add);
    return found;
  }

  /** As given: a text without digits must not clear the field. */
  private static Optional<InputProblem> phone(
      RecordChange change, RecordField field, Optional<String> given) {
    boolean stays = field.in(change.wanted()).equals(field.in(change.before()));
    return given
        .filter(text -> !stays && !text.isBlank())
        .flatMap(text -> HireRules.phone(field.label(), text))
        .map(
            problem ->
                new InputProblem(
                    problem.field(), "must have 9 or 10 digits without a country code"));
  }

  /** Empty for what is not wanted, is to be cleared, or stays. */
  private static Optional<String> fresh(RecordChange change, RecordField field) {
    Optional<String> wish = field.in(change.wanted());
    return wish.equals(field.in(change.before()))
        ? Optional.empty()
        : wish.filter(value -> !value.isEmpty());
  }

  private static String told(InputProblem problem) {
    return "the " + problem.field() + " " + problem.message();
  }
}
