package dev.lanyard.sandbox.http;

/** The page after a redesign: the same words, but no form or table under a name that is known. */
final class ChangedMarkup {
  private ChangedMarkup() {}

  static String of(String page) {
    return page.replace("<form", "<section data-redesigned")
        .replace("</form>", "</section>")
        .replace("<table", "<section data-redesigned")
        .replace("</table>", "</section>");
  }
}
