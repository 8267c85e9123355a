package dev.lanyard.workflows.backoffice.reading;

import dev.lanyard.workflows.hr.HireRules;
import dev.lanyard.workflows.hr.InputProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a question must look like before Backoffice is asked; the same rules at both doors. */
public final class ReadingRules {

  /**
   * The whole of the largest roster that is asked for at once elsewhere, in pages (guessed): a page
   * costs a request each.
   */
  public static final int LAST_PAGE = 400;

  /** First and last name of 64 characters each (section 4.2), and a star. */
  private static final int NAME_LIMIT = 130;

  /** As in a hire. */
  private static final int LABEL_LIMIT = 200;

  /** More sites than this in one question are a mistake (guessed); the query stays short. */
  private static final int SITES_LIMIT = 50;

  private ReadingRules() {}

  /** Every problem; empty when there is none. */
  public static List<InputProblem> problems(RosterQuestion question) {
    List<InputProblem> found = new ArrayList<>();
    if (question == null) {
      return List.of(new InputProblem("question", "is missing"));
    }
    question
        .personName()
        .flatMap(name -> HireRules.name("name", name, NAME_LIMIT))
        .or(() -> question.personName().flatMap(ReadingRules::star))
        .ifPresent(found::add);
    question.posUserId().flatMap(HireRules::posUserId).ifPresent(found::add);
    sites(question.siteNames()).ifPresent(found::add);
    page(question.page()).ifPresent(found::add);
    return List.copyOf(found);
  }

  /** Every problem; empty when there is none. */
  public static List<InputProblem> problems(EmployeeQuestion question) {
    List<InputProblem> found = new ArrayList<>();
    if (question == null || (question.posUserId().isEmpty() && question.employeeId().isEmpty())) {
      return List.of(
          new InputProblem("posUserId", "is missing; give it, or the internal employee id"));
    }
    question.posUserId().flatMap(HireRules::posUserId).ifPresent(found::add);
    question
        .employeeId()
        .filter(id -> id < 1)
        .map(id -> new InputProblem("employeeId", "must be a whole number from 1"))
        .ifPresent(found::add);
    return List.copyOf(found);
  }

  /** Every problem; empty when there is none. */
  public static List<InputProblem> problems(ListingQuestion question) {
    return question == null
        ? List.of(new InputProblem("question", "is missing"))
        : page(question.page()).stream().toList();
  }

  private static Optional<InputProblem> star(String name) {
    int star = name.indexOf('*');
    boolean good = star < 0 || (star == name.length() - 1 && star > 0);
    return good
        ? Optional.empty()
        : Optional.of(
            new InputProblem("name", "may have one '*', at its end and after a beginning"));
  }

  private static Optional<InputProblem> sites(List<String> names) {
    if (names.size() > SITES_LIMIT) {
      return Optional.of(new InputProblem("sites", "must list at most " + SITES_LIMIT));
    }
    return names.stream()
        .map(name -> HireRules.name("sites", name, LABEL_LIMIT))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<InputProblem> page(int page) {
    return page >= 1 && page <= LAST_PAGE
        ? Optional.empty()
        : Optional.of(new InputProblem("page", "must be a whole number from 1 to " + LAST_PAGE));
  }
}
