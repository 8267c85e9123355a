package dev.lanyard.workflows.life;

import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HrEvent;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a life is lived on: two systems, a worker, and a Temporal whose clock can be moved. */
public interface Ground extends AutoCloseable {

  EmployeeNumber employee();

  WorkflowClient client();

  Instant now();

  void skip(Duration time);

  void hand(HrEvent event);

  /** The hire of every sequence, who starts on this day. */
  Hire hire(LocalDate firstDay);

  /** What that hire leads to. */
  Access hired();

  /** Three sites: the one of the hire comes first. */
  List<String> sites();

  List<String> templates();

  List<String> departments();

  /** What the staff API gives for sites and a template; the template as a name. */
  Access.Staff staff(Set<String> sites, String template);

  /** What both systems show of the person now. */
  Access seen();

  /** What was made twice; empty when nothing was. */
  String doubles();

  /** Everybody else's records in both systems, as they are now. */
  String others();

  /** What changed something in either system so far, in order; hand edits are none. */
  List<String> writes();

  /** Grows with each call of either system. */
  long calls();

  boolean recordExists();

  void byHand(HandEdit edit);

  void fault(Fault fault);

  /** Hands the event in, if there is one then, while the next call of this kind is under way. */
  void during(Moment moment, Supplier<Optional<HrEvent>> event);

  /** What no payload, status or log may contain. */
  Set<String> secrets();

  @Override
  void close();

  /** What somebody does in Backoffice itself. */
  enum HandEdit {
    REACTIVATE,
    WIDEN,
    DISABLE
  }

  /** What goes wrong at the next call of its kind. */
  enum Fault {
    CREATE_LOST,
    DISABLE_LOST,
    CHANGE_LOST,
    RESTORE_LOST,
    CREATE_REFUSED,
    DISABLE_REFUSED,
    CHANGE_REFUSED,
    PERMISSIONS_REFUSED,
    REACTIVATION_REFUSED,
    REVOCATION_REFUSED,
    STAFF_CHANGE_REFUSED,
    STAFF_RESTORE_REFUSED,
    STAFF_CREATE_REFUSED
  }

  /** A call during which something else happens. */
  enum Moment {
    PRE_FLIGHT,
    CREATE,
    CHANGE,
    DISABLE,
    REACTIVATE,
    REVOKE
  }
}
