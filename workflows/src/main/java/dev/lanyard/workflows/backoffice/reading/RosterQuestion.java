package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;
import java.util.List;
import java.util.Optional;

/**
 * Which employees does the roster show (section 12.2)? What is absent does not narrow; what is
 * given must all hold.
 *
 * @param personName a first name, a last name or both, compared without regard to case and blanks;
 *     with a final {@code *} only the beginning is compared
 * @param active only active ones, or only disabled ones; absent for both
 * @param siteNames names or short codes of sites; at one of them at least
 * @param byLastName the order; otherwise by first name
 * @param page counted from 1, {@value #ROWS} employees each; 0 is 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RosterQuestion(
    Optional<String> personName,
    Optional<PosUserId> posUserId,
    Optional<Boolean> active,
    List<String> siteNames,
    boolean byLastName,
    boolean descending,
    int page) {

  /** The server's own (section 12.3). */
  public static final int ROWS = 25;

  public RosterQuestion {
    personName = personName == null ? Optional.empty() : personName;
    posUserId = posUserId == null ? Optional.empty() : posUserId;
    active = active == null ? Optional.empty() : active;
    siteNames = siteNames == null ? List.of() : List.copyOf(siteNames);
    page = page == 0 ? 1 : page;
  }

  @Override
  public String toString() {
    return "RosterQuestion[page " + page + ", [redacted]]";
  }
}
