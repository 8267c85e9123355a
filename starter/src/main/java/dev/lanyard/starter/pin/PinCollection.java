package dev.lanyard.starter.pin;

import dev.lanyard.secrets.HandoverKeyPair;
import dev.lanyard.secrets.Pin;
import dev.lanyard.secrets.PinUnreadable;
import dev.lanyard.starter.connection.Updates;
import dev.lanyard.workflows.WorkflowIds;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.pin.RevealAnswer;
import dev.lanyard.workflows.pin.RevealRequest;
import io.temporal.client.WorkflowClient;

/** Collects a PIN: the answer travels encrypted to a key pair of whoever asks. */
public final class PinCollection {

  private static final String UPDATE = "reveal";

  private final Updates updates;

  public PinCollection(WorkflowClient client) {
    updates = new Updates(client, Updates.PATIENCE);
  }

  /**
   * @param pair of the one who asks; only the first that asks ever gets the PIN
   * @param by for the record
   * @throws PinRefused when another key was first, or the hand-over is over
   * @throws PinUnreadable when the answer is not for this pair and person
   * @throws io.temporal.client.WorkflowNotFoundException when no PIN waits for that person
   * @throws dev.lanyard.starter.connection.NoWorkerAnswers when nobody answered in time
   */
  public Pin collect(EmployeeNumber employeeNumber, HandoverKeyPair pair, String by) {
    RevealAnswer answer =
        updates.ask(
            WorkflowIds.pinHandover(employeeNumber),
            UPDATE,
            RevealAnswer.class,
            new RevealRequest(pair.publicKey(), by));
    String sealed = answer.sealed().orElseThrow(() -> new PinRefused(answer.reason()));
    return pair.open(sealed, employeeNumber.value());
  }
}
