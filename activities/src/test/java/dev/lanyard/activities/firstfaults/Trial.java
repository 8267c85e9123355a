package dev.lanyard.activities.firstfaults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanyard.activities.attempt.Attempt;
import java.net.URI;
import java.util.List;

/** One operation, ready to begin, in a sandbox of its own. */
public interface Trial extends AutoCloseable {

  /** Where the sandbox answers, without a trailing slash. */
  URI sandbox();

  /**
   * Runs the activity once, as Temporal would.
   *
   * @throws io.temporal.failure.ApplicationFailure when it fails
   */
  void attempt(Attempt attempt);

  /**
   * Called after every attempt, whatever came of it: nobody has more access than was approved, and
   * nobody else was touched.
   *
   * @param state what the sandbox stores
   * @throws AssertionError when it is wider
   */
  void requireNeverWider(JsonNode state);

  /**
   * Called at the end of an operation that says it is done: exactly one record, and it is right.
   *
   * @throws AssertionError when it is not
   */
  void requireDone(JsonNode state);

  /** What must stand in no failure: names, addresses, numbers. */
  List<String> secrets();

  @Override
  void close();
}
