package dev.lanyard.workflows.backoffice.webuser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A template for web users and what it stood for when it was chosen: it is only a preset, so what
 * is approved are the tokens.
 *
 * @param tokens such as {@code employee.write}, ascending
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WebTemplateRef(int id, String name, List<String> tokens) {

  public WebTemplateRef {
    tokens = tokens == null ? List.of() : List.copyOf(tokens);
  }
}
