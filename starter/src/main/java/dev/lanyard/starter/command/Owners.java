package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.person.Persons;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.PosUserId;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.stream.Collectors;

/** Which person's run an event belongs to that names a POS user ID alone. */
final class Owners {

  private final Persons persons;

  Owners(WorkflowClient client) {
    this.persons = new Persons(client);
  }

  /**
   * Somebody whom no event of ours brought in gets an owner named after the POS user ID. Of several
   * people the one who has access is meant: the others' hires came to nothing.
   */
  EmployeeNumber of(PosUserId id) {
    List<EmployeeNumber> known = persons.withPosUserId(id);
    if (known.size() > 1) {
      List<EmployeeNumber> withAccess = known.stream().filter(persons::mayHaveAccess).toList();
      if (withAccess.size() == 1) {
        return withAccess.get(0);
      }
      throw new StarterFailure(
          "several people had POS user ID " + id,
          "say who leaves: "
              + known.stream()
                  .map(number -> "--employee-number " + number)
                  .collect(Collectors.joining(" or ")));
    }
    return known.isEmpty() ? EmployeeNumber.of("pos-" + id) : known.get(0);
  }
}
