package dev.lanyard.activities.backoffice;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.activities.firstfaults.Operation;
import dev.lanyard.activities.firstfaults.Trial;
import dev.lanyard.sandbox.SandboxOptions;
import dev.lanyard.secrets.Keys;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.SiteChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that is done to Jane's record, with all earlier steps done. */
interface JanesOperation {

  /** What a step has at hand. */
  record Step(
      BackofficeActivitiesImpl activities,
      EmployeeChangeActivitiesImpl changes,
      SandboxTenant tenant,
      BackofficePlan plan,
      Optional<Integer> employeeId) {}

  /** Of an enum: the folder of its keys. */
  String name();

  /** As it stands in the table of outcomes. */
  String label();

  /** Does what comes before; the employee's id, if there is one by then. */
  Optional<Integer> prepared(SandboxTenant tenant, BackofficePlan plan);

  void run(Step step);

  /**
   * @param now Jane's record, if there is one
   */
  void requireNeverWider(BackofficePlan plan, Optional<JsonNode> before, JsonNode now);

  void requireDone(BackofficePlan plan, Optional<JsonNode> before, JsonNode now);

  /** See {@link Operation#repeatsAtOnce}. */
  default boolean repeatsAtOnce() {
    return false;
  }

  /** See {@link Operation#restsBeforeItFails}. */
  default boolean restsBeforeItFails() {
    return false;
  }

  /**
   * @param folder for keys; they are made once
   */
  default Operation in(Path folder) {
    try {
      return new InSandbox(this, Keys.create(folder.resolve(name())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operation in a sandbox of its own, on a Shift Leader. */
  record InSandbox(JanesOperation operation, Keys keys) implements Operation {

    @Override
    public String name() {
      return operation.label();
    }

    @Override
    public String system() {
      return "backoffice";
    }

    @Override
    public boolean repeatsAtOnce() {
      return operation.repeatsAtOnce();
    }

    @Override
    public boolean restsBeforeItFails() {
      return operation.restsBeforeItFails();
    }

    @Override
    public Trial prepare(Duration httpTimeout) {
      SandboxTenant tenant = SandboxTenant.start(SandboxOptions.defaults(), keys);
      Hire hire = SandboxTenant.hireAt(SiteChoice.of(List.of("Wash 37135")));
      BackofficePlan plan = tenant.plan(asShiftLeader(hire));
      return new JanesTrial(operation, tenant, plan, operation.prepared(tenant, plan), httpTimeout);
    }

    private static Hire asShiftLeader(Hire hire) {
      return new Hire(
          hire.firstName(),
          hire.lastName(),
          hire.phone(),
          hire.email(),
          hire.posUserId(),
          hire.wageRate(),
          hire.startDate(),
          hire.sites(),
          "Shift Leader",
          hire.departments(),
          hire.pin());
    }
  }
}
