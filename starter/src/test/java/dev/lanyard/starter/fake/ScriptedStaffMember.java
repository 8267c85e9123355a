package dev.lanyard.starter.fake;

import dev.lanyard.workflows.staffapi.StaffSite;
import dev.lanyard.workflows.staffapi.look.StaffMemberQuestion;
import dev.lanyard.workflows.staffapi.look.StaffMemberView;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflow;
import dev.lanyard.workflows.staffapi.look.StaffMembers;
import java.util.List;
import java.util.Optional;

/** Knows 454, jane.doe@example.com, and 460. */
public final class ScriptedStaffMember implements StaffMemberWorkflow {

  @Override
  public StaffMembers show(StaffMemberQuestion question) {
    boolean jane =
        question.id().filter(id -> id == 454).isPresent()
            || question.email().filter("jane.doe@example.com"::equals).isPresent();
    if (question.id().filter(id -> id == 460).isPresent()) {
      return new StaffMembers(List.of(member(460, "Alex", "Example", "hr-460")));
    }
    return new StaffMembers(jane ? List.of(jane()) : List.of());
  }

  private static StaffMemberView jane() {
    return member(454, "Jane", "Doe", "hr-10442");
  }

  private static StaffMemberView member(long id, String firstName, String lastName, String code) {
    return new StaffMemberView(
        id,
        firstName,
        lastName,
        List.of("jane.doe@example.com"),
        Optional.of("6155551234"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(new StaffMemberView.Permission("FinishSale", "Finish", "Point of Sale")),
        List.of(new StaffSite(921, "Wash 37135")),
        List.of("1 Main St, Springfield"),
        List.of("onboarding"),
        Optional.of(code),
        Optional.of("2026-05-01T00:00:00+10:00"),
        Optional.empty());
  }
}
