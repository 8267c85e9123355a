package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run asks of people, and waits for: an approval, or what to do with a parked step.
 *
 * @param id derived from the run, so that a reset makes old decisions stale
 * @param kind {@code approval} or {@code parked step}
 * @param question what is asked, in one line
 * @param detail what there is to know for it, in plain lines; whoever shows them escapes them for
 *     its sink
 * @param group of whom it is asked
 * @param choices what may be answered
 * @param until when it expires; parked steps do not
 * @param terms what the policy asks of the answer; empty where one bare decision is enough
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenRequest(
    String id,
    String kind,
    String question,
    List<String> detail,
    String group,
    List<String> choices,
    Instant askedAt,
    Optional<Instant> until,
    Optional<RequestTerms> terms) {

  public static final String APPROVAL = "approval";
  public static final String PARKED = "parked step";

  public OpenRequest {
    detail = detail == null ? List.of() : List.copyOf(detail);
    choices = choices == null ? List.of() : List.copyOf(choices);
    until = until == null ? Optional.empty() : until;
    terms = terms == null ? Optional.empty() : terms;
  }

  /** One that a bare decision answers. */
  public OpenRequest(
      String id,
      String kind,
      String question,
      List<String> detail,
      String group,
      List<String> choices,
      Instant askedAt,
      Optional<Instant> until) {
    this(id, kind, question, detail, group, choices, askedAt, until, Optional.empty());
  }

  /** The same question after something about the asking changed. */
  OpenRequest with(String otherGroup, RequestTerms otherTerms) {
    return new OpenRequest(
        id, kind, question, detail, otherGroup, choices, askedAt, until, Optional.of(otherTerms));
  }

  @Override
  public String toString() {
    return "OpenRequest[" + id + ", " + kind + ", [redacted]]";
  }
}
