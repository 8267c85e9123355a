package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * One page of the employees that were asked for.
 *
 * @param employees at most {@link RosterQuestion#ROWS}
 * @param more whether there is a next page
 * @param caveats what this look cannot see, in words; may be empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RosterAnswer(
    List<RosterEntry> employees, int page, boolean more, List<String> caveats) {

  public RosterAnswer {
    employees = employees == null ? List.of() : List.copyOf(employees);
    caveats = caveats == null ? List.of() : List.copyOf(caveats);
  }

  @Override
  public String toString() {
    return "RosterAnswer[page " + page + ", " + employees.size() + " employees]";
  }
}
