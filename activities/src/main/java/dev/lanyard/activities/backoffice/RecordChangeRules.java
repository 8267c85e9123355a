package dev.lanyard.activities.backoffice;

import dev.lanyard.workflows.backoffice.EmployeeFields;
import dev.lanyard.workflows.backoffice.SiteGrant;
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
}
