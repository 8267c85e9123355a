package dev.lanyard.starter.fake;

import dev.lanyard.workflows.staffapi.look.StaffList;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflow;
import java.util.List;
import java.util.Optional;

/** An administrator and a cashier; the cashier alone works at a site. */
public final class ScriptedStaffList implements StaffListWorkflow {

  @Override
  public StaffList list(StaffListQuestion question) {
    StaffList.Row owner =
        new StaffList.Row(
            451, "Robin", "Owner", Optional.of("robin@example.test"), Optional.empty(), true);
    StaffList.Row cashier =
        new StaffList.Row(
            454, "Jane \u001b[31m", "Doe", Optional.empty(), Optional.of("hr-10442"), false);
    if (question.site().isPresent()) {
      return new StaffList(List.of(cashier), Optional.of("Wash " + question.site().get()));
    }
    return new StaffList(
        question.adminsOnly() ? List.of(owner) : List.of(owner, cashier), Optional.empty());
  }
}
