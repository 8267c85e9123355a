package dev.lanyard.activities.backoffice.page;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the server complains of on a page (section 4.1), white space collapsed. */
public final class ServerAlerts {

  private static final String MESSAGES =
      ".alerts-server .alert-danger p, .alerts-server .alert-danger li";

  private ServerAlerts() {}

  public static List<String> of(Document document) {
    return document.select(MESSAGES).stream()
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
