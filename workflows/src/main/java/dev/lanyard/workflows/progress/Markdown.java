package dev.lanyard.workflows.progress;

/** Foreign text inside the Markdown of a run's page. */
public final class Markdown {

  private static final String SPECIAL = "\\`*_{}[]()#+-.!|<>~&$";

  private Markdown() {}

  /** One line in which nothing is markup, bounded so that a server's long answer stays readable. */
  public static String escape(String foreign) {
    StringBuilder safe = new StringBuilder();
    foreign
        .codePoints()
        .limit(500)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                safe.append(' ');
              } else {
                if (SPECIAL.indexOf(c) >= 0) {
                  safe.append('\\');
                }
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }
}
