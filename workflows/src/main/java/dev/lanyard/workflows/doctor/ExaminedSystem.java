package dev.lanyard.workflows.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What was found in one remote system.
 *
 * @param system {@link #BACKOFFICE}, {@link #STAFF_API} or {@link #CONFIGURATION}
 * @param origin where it was asked, such as {@code https://washu.sonnyscontrols.com/}; empty when
 *     nobody could ask
 * @param checks in the order in which they were made
 * @param pages every answer, in order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExaminedSystem(
    String system,
    String origin,
    List<Check> checks,
    List<PageSeen> pages,
    List<OpenQuestion> questions) {

  public static final String BACKOFFICE = "Backoffice";
  public static final String STAFF_API = "staff API";

  /** What the worker itself goes by; not a remote system. */
  public static final String CONFIGURATION = "configuration";

  public ExaminedSystem {
    origin = origin == null ? "" : origin;
    checks = checks == null ? List.of() : List.copyOf(checks);
    pages = pages == null ? List.of() : List.copyOf(pages);
    questions = questions == null ? List.of() : List.copyOf(questions);
  }

  /** The checks that ended like this, in order. */
  public List<Check> checks(CheckResult result) {
    return checks.stream().filter(check -> check.result() == result).toList();
  }
}
