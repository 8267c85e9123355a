package dev.lanyard.workflows.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.notification.Notice;
import java.util.List;

/**
 * A day's digest, ready to be sent.
 *
 * @param notices one for each group and site; none when there is nothing to say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Digest(List<Notice> notices) {

  public Digest {
    notices = notices == null ? List.of() : List.copyOf(notices);
  }
}
