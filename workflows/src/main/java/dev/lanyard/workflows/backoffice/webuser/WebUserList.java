package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * One page of the list.
 *
 * @param nextPage when the page itself leads to one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebUserList(List<WebUserRow> rows, int page, Optional<Integer> nextPage) {

  public WebUserList {
    rows = rows == null ? List.of() : List.copyOf(rows);
    nextPage = nextPage == null ? Optional.empty() : nextPage;
  }
}
