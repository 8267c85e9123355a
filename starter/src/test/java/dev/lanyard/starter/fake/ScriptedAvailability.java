package dev.lanyard.starter.fake;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.availability.AvailabilityWorkflow;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.Availability.Answer;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;

/** Knows one POS user ID that is taken, and one for which the bot's login is rejected. */
public final class ScriptedAvailability implements AvailabilityWorkflow {

  public static final int TAKEN = 12345;
  public static final int REJECTED = 666;

  @Override
  public Availability check(AvailabilityQuestion question) {
    List<Answer> answers = new ArrayList<>();
    question
        .posUserId()
        .ifPresent(
            id -> {
              if (id.value() == REJECTED) {
                throw ApplicationFailure.newNonRetryableFailure(
                    "the bot's password is wrong", FailureTypes.BOT_LOGIN_REJECTED);
              }
              boolean free = id.value() != TAKEN;
              answers.add(
                  new Answer("posUserId", free, free ? "" : "Jane \u001b[31mDoe (active)", ""));
            });
    question.email().ifPresent(email -> answers.add(new Answer("email", true, "", "")));
    question.phone().ifPresent(p -> answers.add(new Answer("phone", true, "", "advisory")));
    question.username().ifPresent(u -> answers.add(new Answer("username", true, "", "")));
    return new Availability(answers);
  }
}
