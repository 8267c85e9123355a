package dev.lanyard.starter.fake;

import dev.lanyard.workflows.staffapi.look.StaffList;
import dev.lanyard.workflows.staffapi.look.StaffListQuestion;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An administrator and a cashier; the cashier alone works at a site. */
public final class ScriptedStaffList implements StaffListWorkflow {

  /** Of member 460, who is in no roster; told only to who asks by name. */
  public static final String ALONE = "Alex Example";

  /** Of the administrator, whose account carries no employee number. */
  public static final String WITHOUT_CODE = "Robin Owner";

  @Override
  public StaffList list(StaffListQuestion question) {
    StaffList.Row owner =
        new StaffList.Row(
            451, "Robin", "Owner", Optional.of("robin@example.test"), Optional.empty(), true);
    StaffList.Row cashier =
        new StaffList.Row(
            454, "Jane \u001b[31m", "Doe", Optional.empty(), Optional.of("hr-10442"), false);
    if (question.name().isPresent()) {
      StaffList.Row alone =
          new StaffList.Row(460, "Alex", "Example", Optional.empty(), Optional.of("hr-460"), false);
      return new StaffList(
          Stream.of(owner, cashier, alone)
              .filter(
                  row ->
                      question
                          .name()
                          .filter((row.firstName() + " " + row.lastName())::equals)
                          .isPresent())
              .toList(),
          Optional.empty());
    }
    if (question.site().isPresent()) {
      return new StaffList(List.of(cashier), Optional.of("Wash " + question.site().get()));
    }
    return new StaffList(
        question.adminsOnly() ? List.of(owner) : List.of(owner, cashier), Optional.empty());
  }
}
