package dev.lanyard.activities.backoffice.page;

/**
 * A page ended inside the form or table that was asked for. Posting half a form would clear the
 * other half, so this counts as no answer.
 */
public final class PageTruncated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PageTruncated(String page, String path) {
    super("Backoffice's " + page + " (" + path + ") ended before its form or table did.");
  }
}
