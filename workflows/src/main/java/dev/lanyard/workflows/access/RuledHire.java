package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.PosUserIdRange;
import dev.lanyard.workflows.staffapi.StaffTerms;
import java.util.List;
import java.util.Optional;

/**
 * A hire with what its role and its model say.
 *
 * @param hire still without what is among the problems, and without a POS user ID where the next
 *     free one of {@code range} is wanted
 * @param problems all of them; with one nothing may be written
 * @param notes for the approver, a fact a line: where the access comes from
 * @param range where a POS user ID is to be looked for; absent when the hire has one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RuledHire(
    Hire hire,
    List<Finding> problems,
    List<String> notes,
    StaffTerms staff,
    Optional<PosUserIdRange> range) {

  public RuledHire {
    problems = problems == null ? List.of() : List.copyOf(problems);
    notes = notes == null ? List.of() : List.copyOf(notes);
    staff = staff == null ? StaffTerms.NONE : staff;
    range = range == null ? Optional.empty() : range;
  }

  @Override
  public String toString() {
    return "RuledHire[" + problems.size() + " problems, [redacted]]";
  }
}
