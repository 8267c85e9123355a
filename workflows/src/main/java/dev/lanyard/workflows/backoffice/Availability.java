package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** One answer for each value that was asked, in the order POS user ID, e-mail, phone, user name. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Availability(List<Answer> answers) {

  public Availability {
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  /**
   * @param field {@code posUserId}, {@code email}, {@code phone} or {@code username}
   * @param free advisory: nothing keeps another from taking it a second later (section 14)
   * @param takenBy by whom, and whether that one is active, in words; empty when free
   * @param caveat what this look-up cannot see (sections 12.2, 13.1), or that a taken phone is only
   *     a warning; may be empty
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Answer(String field, boolean free, String takenBy, String caveat) {
    @Override
    public String toString() {
      return "Answer[" + field + ", " + free + ", [redacted]]";
    }
  }
}
