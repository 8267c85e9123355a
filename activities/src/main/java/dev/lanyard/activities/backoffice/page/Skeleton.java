package dev.lanyard.activities.backoffice.page;

import org.jsoup.nodes.Document;

/** What every page behind the login has (section 3). A page without it is an outage's. */
public final class Skeleton {

  private static final String MAIN_COLUMN = "#main-column h1#page-title";

  private Skeleton() {}

  public static boolean isIn(Document document) {
    return document.selectFirst(Markup.compiled(MAIN_COLUMN)) != null;
  }
}
