package dev.lanyard.workflows.alteration;

import dev.lanyard.workflows.access.AlterationPlan;
import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.access.ProcessPolicy;
import dev.lanyard.workflows.approval.AccessRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a process is about that looks, is approved, waits for its day, looks again and writes.
 *
 * @param <C> what a look came to
 */
public interface AlterationCourse<C> {

  C look();

  List<Finding> problems(C found);

  List<Finding> warnings(C found);

  /** Shows what would be written; only called without problems. Empty: nothing is different. */
  Optional<AlterationPlan> plan(C found);

  AccessRequest request(C found);

  /** What the approvers are asked. */
  String question(C found);

  /** What there is to know for the answer. */
  List<String> detail();

  /** What was found is what was approved. */
  default void approved(C found) {}

  void write(C found, AlterationPlan plan, ProcessPolicy policy);
}
