package dev.lanyard.activities.backoffice.page;

import org.jsoup.nodes.Document;

/** The login page (section 2.1), which also stands for an expired session (section 2.2). */
public final class LoginPage {

  private static final String USERNAME = "input[name=_username]";
  private static final String PASSWORD = "input[name=_password]";

  private LoginPage() {}

  /** Section 2.1's test: it asks for both. */
  public static boolean isShownBy(Document document) {
    return document.selectFirst(Markup.compiled(USERNAME)) != null
        && document.selectFirst(Markup.compiled(PASSWORD)) != null;
  }
}
