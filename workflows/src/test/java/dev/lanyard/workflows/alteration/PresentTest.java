package dev.lanyard.workflows.alteration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import dev.lanyard.workflows.staffapi.look.StaffMemberView.Permission;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresentTest {

  @Test
  void accessIsSortedAndEachCodeOnce() {
    assertThat(access(false))
        .contains(new StaffAccess(454, false, List.of("CashIn", "Void"), List.of(921L, 922L)));
  }

  /** As the activities read it back: else a phone change of an administrator would park. */
  @Test
  void codesThatAServerListsOfAnAdministratorAreNoneOfTheAccess() {
    assertThat(access(true)).contains(new StaffAccess(454, true, List.of(), List.of(921L, 922L)));
  }

  private static Optional<StaffAccess> access(boolean admin) {
    StaffMemberView view =
        new StaffMemberView(
            454,
            "Jane",
            "Doe",
            List.of("jane.doe@example.com"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            admin,
            List.of(
                new Permission("Void", "Void", "Back Office"),
                new Permission("Void", "Void", "POS"),
                new Permission("CashIn", "Cash in", "Back Office")),
            List.of(new StaffSite(922, "Harbor Wash"), new StaffSite(921, "Wash 37135")),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Present(Optional.empty(), Optional.of(view), List.of()).staffAccess();
  }
}
