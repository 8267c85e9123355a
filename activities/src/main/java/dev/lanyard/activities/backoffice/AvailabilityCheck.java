package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.backoffice.client.BackofficeClient;
import dev.lanyard.activities.backoffice.client.Conversation;
import dev.lanyard.workflows.backoffice.Availability;
import dev.lanyard.workflows.backoffice.Availability.Answer;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** "check availability": only what was asked is looked up. */
final class AvailabilityCheck {

  private final BackofficeClient client;

  AvailabilityCheck(BackofficeClient client) {
    this.client = client;
  }

  Availability check(AvailabilityQuestion question) {
    return client.converse(
        EmployeeVerification::neverWrites, talk -> new Availability(answers(talk, question)));
  }

  private static List<Answer> answers(Conversation talk, AvailabilityQuestion question) {
    List<Answer> answers = new ArrayList<>();
    question
        .posUserId()
        .map(id -> TakenValues.ofPosUserId(talk, id))
        .map(taker -> answer("posUserId", taker, TakenValues.ROSTER_BLIND_SPOT))
        .ifPresent(answers::add);
    question
        .email()
        .map(email -> TakenValues.ofEmail(talk, email))
        .map(taker -> answer("email", taker, TakenValues.EMAIL_BLIND_SPOT))
        .ifPresent(answers::add);
    question
        .phone()
        .map(phone -> TakenValues.ofPhone(talk, phone))
        .map(AvailabilityCheck::phone)
        .ifPresent(answers::add);
    question
        .username()
        .map(username -> TakenValues.ofUsername(talk, username))
        .map(taker -> answer("username", taker, TakenValues.USERNAME_BLIND_SPOT))
        .ifPresent(answers::add);
    return answers;
  }

  private static Answer phone(Optional<String> taker) {
    return new Answer(
        "phone",
        taker.isEmpty(),
        taker.orElse(""),
        taker.isPresent() ? TakenValues.PHONE_IS_A_WARNING : TakenValues.ROSTER_BLIND_SPOT);
  }

  private static Answer answer(String field, Optional<String> taker, String blindSpot) {
    return new Answer(field, taker.isEmpty(), taker.orElse(""), taker.isPresent() ? "" : blindSpot);
  }
}
