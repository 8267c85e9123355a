package dev.lanyard.starter.command;

import dev.lanyard.starter.connection.StarterFailure;
import dev.lanyard.starter.look.Look;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.staffapi.look.StaffList;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflow;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflow;
import dev.lanyard.workflows.staffapi.look.StaffMembers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the staff API for somebody who is to lose their access. It may be out of order: then the
 * search goes on without it, and the run itself looks there again.
 */
final class Accounts {

  /** Somebody waits to have it done (guessed). */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Surroundings around;

  Accounts(Surroundings around) {
    this.around = around;
  }

  /** Everybody of that name. */
  List<StaffList.Row> called(String name) {
    return list(StaffListQuestion.called(name));
  }

  /** The one member that carries this number as its code. */
  Optional<StaffMemberView> of(EmployeeNumber number) {
    List<StaffList.Row> theirs =
        list(new StaffListQuestion(Optional.empty(), false)).stream()
            .filter(row -> row.code().filter(number.value()::equals).isPresent())
            .toList();
    return theirs.size() == 1 ? member(theirs.get(0).id()) : Optional.empty();
  }

  Optional<StaffMemberView> member(long id) {
    try {
      return ask(
              StaffMemberWorkflow.class,
              "staff-member",
              new StaffMemberQuestion(Optional.of(id), Optional.empty()),
              StaffMembers.class)
          .members()
          .stream()
          .findFirst();
    } catch (StarterFailure failed) {
      tell(failed);
      return Optional.empty();
    }
  }

  private List<StaffList.Row> list(StaffListQuestion question) {
    try {
      return ask(StaffListWorkflow.class, "staff-list", question, StaffList.class).members();
    } catch (StarterFailure failed) {
      tell(failed);
      return List.of();
    }
  }

  private void tell(StarterFailure failed) {
    around.terminal().error("The staff API could not be searched: " + failed.reason());
  }

  private <A> A ask(Class<?> workflow, String kind, Object question, Class<A> answer) {
    return new Look(around.connection().client(), around.connection().taskQueue())
        .waiting(PATIENCE)
        .ask(workflow, kind + "/" + around.freshId(), question, answer);
  }
}
