package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * How far a web user could be closed. The login itself is disabled by no request that is known
 * (section 13): as long as it is active, a named human has to do it.
 *
 * @param loginActive whether the login still works
 * @param written whether this attempt took something away
 * @param remaining what the user still has: {@code login}, {@code permissions}, {@code sites}; one
 *     site remains in any case and grants nothing without a permission
 * @param disableAt the page where a human disables the login; empty when it is inactive already
 * @param reason why something remains, in words without personal values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUserClosed(
    int userId,
    boolean loginActive,
    boolean written,
    List<String> remaining,
    Optional<String> disableAt,
    String reason) {

  public WebUserClosed {
    remaining = remaining == null ? List.of() : List.copyOf(remaining);
    disableAt = disableAt == null ? Optional.empty() : disableAt;
    reason = reason == null ? "" : reason;
  }
}
