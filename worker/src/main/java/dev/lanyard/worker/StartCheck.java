package dev.lanyard.worker;

import dev.lanyard.activities.backoffice.doctor.BackofficeDoctor;
import dev.lanyard.activities.staffapi.StaffApiDoctor;
import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a worker looks at when it starts, in the background: an outage must not delay it, and a
 * problem must not stop it, since terminations still have to be carried out.
 */
final class StartCheck {

  private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

  private final BackofficeDoctor backoffice;
  private final StaffApiDoctor staffApi;

  @Inject
  StartCheck(BackofficeDoctor backoffice, StaffApiDoctor staffApi) {
    this.backoffice = backoffice;
    this.staffApi = staffApi;
  }

  /**
   * Returns at once.
   *
   * @param say gets one line for each system, from another thread
   */
  void begin(Consumer<String> say) {
    begin("backoffice", backoffice::essentials, say);
    begin("staff-api", staffApi::essentials, say);
  }

  private static void begin(String name, Supplier<ExaminedSystem> look, Consumer<String> say) {
    Thread thread = new Thread(() -> say.accept(told(look.get())), "lanyard-start-check-" + name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> LOG.error("The start check broke off.", e));
    thread.start();
  }

  private static String told(ExaminedSystem system) {
    List<Check> failed = system.checks(CheckResult.FAILED);
    for (Check check : failed) {
      LOG.warn(
          "{}, {}: {} Remedy: {}", system.system(), check.id(), check.finding(), check.remedy());
    }
    int done = system.checks(CheckResult.OK).size() + failed.size();
    return failed.isEmpty()
        ? "start check of " + system.system() + ": " + done + " of " + done + " fine"
        : "start check of "
            + system.system()
            + ": "
            + failed.size()
            + " of "
            + done
            + " FAILED, see the log; all of it: ./lanyard doctor";
  }
}
