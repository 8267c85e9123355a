package dev.lanyard.activities.backoffice.page;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the server complains of on a page (section 4.1), white space collapsed. */
public final class ServerAlerts {

  private static final String BOX = ".alerts-server";
  private static final String MESSAGES = ".alert-danger p, .alert-danger li";

  private ServerAlerts() {}

  public static List<String> of(Document document) {
    return document.select(Markup.compiled(BOX)).stream()
        .flatMap(box -> box.select(Markup.compiled(MESSAGES)).stream())
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
