package dev.lanyard.workflows.history;

import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.availability.AvailabilityWorkflowImpl;
import dev.lanyard.workflows.calloff.CallOffWorkflowImpl;
import dev.lanyard.workflows.change.ChangeWorkflowImpl;
import dev.lanyard.workflows.deletion.DeletionWorkflowImpl;
import dev.lanyard.workflows.digest.DailyDigestWorkflowImpl;
import dev.lanyard.workflows.digest.DigestWorkflowImpl;
import dev.lanyard.workflows.digest.UncleanWorkflowImpl;
import dev.lanyard.workflows.doctor.DoctorWorkflowImpl;
import dev.lanyard.workflows.fake.TestTemporal;
import dev.lanyard.workflows.offboarding.OffboardingWorkflowImpl;
import dev.lanyard.workflows.onboarding.OnboardingWorkflowImpl;
import dev.lanyard.workflows.person.PersonWorkflowImpl;
import dev.lanyard.workflows.pin.PinHandoverWorkflowImpl;
import dev.lanyard.workflows.reading.DepartmentWorkflowImpl;
import dev.lanyard.workflows.reading.EmployeeWorkflowImpl;
import dev.lanyard.workflows.reading.RosterWorkflowImpl;
import dev.lanyard.workflows.reading.SiteWorkflowImpl;
import dev.lanyard.workflows.reading.TemplateWorkflowImpl;
import dev.lanyard.workflows.reservation.PosUserIdsWorkflowImpl;
import dev.lanyard.workflows.restoration.RestorationWorkflowImpl;
import dev.lanyard.workflows.staffapi.look.StaffListWorkflowImpl;
import dev.lanyard.workflows.staffapi.look.StaffMemberWorkflowImpl;
import dev.lanyard.workflows.staffapi.webhook.WebhooksWorkflowImpl;
import dev.lanyard.workflows.transfer.TransferWorkflowImpl;
import dev.lanyard.workflows.webusers.WebUsersWorkflowImpl;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Histories of real runs, one for each branch of each workflow, as Temporal's JSON. Once stored
 * they replay for ever: a change of a workflow that does not replay them must be versioned. They
 * are never written anew.
 */
final class StoredHistories {

  static final Path FOLDER = Path.of("src", "test", "resources", "histories");

  /** By the folder's name: the class that replays what lies in it. */
  static final Map<String, Class<?>> WORKFLOWS =
      Map.ofEntries(
          Map.entry("person", PersonWorkflowImpl.class),
          Map.entry("onboarding", OnboardingWorkflowImpl.class),
          Map.entry("offboarding", OffboardingWorkflowImpl.class),
          Map.entry("deletion", DeletionWorkflowImpl.class),
          Map.entry("change", ChangeWorkflowImpl.class),
          Map.entry("transfer", TransferWorkflowImpl.class),
          Map.entry("restoration", RestorationWorkflowImpl.class),
          Map.entry("pin-handover", PinHandoverWorkflowImpl.class),
          Map.entry("availability", AvailabilityWorkflowImpl.class),
          Map.entry("roster", RosterWorkflowImpl.class),
          Map.entry("employee", EmployeeWorkflowImpl.class),
          Map.entry("sites", SiteWorkflowImpl.class),
          Map.entry("departments", DepartmentWorkflowImpl.class),
          Map.entry("templates", TemplateWorkflowImpl.class),
          Map.entry("web-users", WebUsersWorkflowImpl.class),
          Map.entry("staff-list", StaffListWorkflowImpl.class),
          Map.entry("staff-show", StaffMemberWorkflowImpl.class),
          Map.entry("webhooks", WebhooksWorkflowImpl.class),
          Map.entry("daily-digest", DailyDigestWorkflowImpl.class),
          Map.entry("digest", DigestWorkflowImpl.class),
          Map.entry("unclean", UncleanWorkflowImpl.class),
          Map.entry("pos-user-ids", PosUserIdsWorkflowImpl.class),
          Map.entry("call-off", CallOffWorkflowImpl.class),
          Map.entry("doctor", DoctorWorkflowImpl.class));

  private StoredHistories() {}

  /** Every stored file, in a fixed order. */
  static List<Path> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the id that the run had: a person's run looks at its own. A history itself has none. */
  static WorkflowExecutionHistory read(Path file) {
    try {
      return WorkflowExecutionHistory.fromJson(
          Files.readString(file),
          file.getParent().endsWith("person")
              ? WorkflowIds.person(TestTemporal.JANE)
              : "of the replay");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses to replace one. */
  static void store(String workflow, String branch, String json) {
    Path file = FOLDER.resolve(workflow).resolve(branch + ".json");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, json + "\n", StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean stored(String workflow, String branch) {
    return Files.exists(FOLDER.resolve(workflow).resolve(branch + ".json"));
  }
}
