package dev.lanyard.worker;

import io.temporal.serviceclient.WorkflowServiceStubs;

/** A Temporal that answers, and one namespace of it. Closing it ends what was started for it. */
public interface TemporalSession extends AutoCloseable {

  WorkflowServiceStubs serviceStubs();

  /** Such as {@code 127.0.0.1:7233}. */
  String address();

  String namespace();

  /** One line for people: what answers where. */
  String describe();

  @Override
  void close();
}
