package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Part;
import dev.lanyard.sandbox.http.Response;
import dev.lanyard.sandbox.http.Templates;
import java.util.List;
import java.util.Map;

/** What every page has around its content (section 3), and the redirect shell (section 4). */
final class Layout {
  private static final Templates TEMPLATES = new Templates(Layout.class);
  private static final String STYLE = TEMPLATES.read("style.css");
  private static final String SCRIPT = TEMPLATES.read("page.js");

  /** Section 3: header and side navigation weigh about 130-137 KB. */
  private static final String BULK = bulk(130_000);

  /** Invented words; as much as the longest page needs. */
  private static final String HELP = "Invented help text that nobody sees.\n".repeat(8_000);

  static final Part NOTHING = out -> {};

  private Layout() {}

  static Part part(String template, Map<String, ?> values) {
    return TEMPLATES.part(template, values);
  }

  static Response page(PageSwitches switches, int status, String title, Part content) {
    return page(switches, status, title, NOTHING, content, 0);
  }

  /**
   * @param help bytes of invisible help texts below the content, to come near the captured size
   */
  static Response page(
      PageSwitches switches, int status, String title, Part subTitle, Part content, int help) {
    return Response.html(
        status,
        TEMPLATES.part(
            "layout",
            Map.of(
                "title", title,
                "subTitle", subTitle,
                "content", content,
                "css", STYLE,
                "script", SCRIPT,
                "bulk", switches.bulkyNavigation() ? BULK : "",
                "help", switches.bulkyNavigation() ? HELP.substring(0, help) : "")));
  }

  static String login(List<String> messages) {
    Map<String, Object> values = Alerts.refusing(messages).values();
    values.put("css", STYLE);
    return TEMPLATES.fill("login", values);
  }

  /** Symfony's redirect body, byte for byte as captured; {@code Location} stays relative. */
  static Response redirect(String location) {
    String shown = location.replace("&", "&amp;");
    return Response.html(
            302,
            """
            <!DOCTYPE html>
            <html>
                <head>
                    <meta charset="UTF-8" />
                    <meta http-equiv="refresh" content="0;url='%1$s'" />

                    <title>Redirecting to %1$s</title>
                </head>
                <body>
                    Redirecting to <a href="%1$s">%1$s</a>.
                </body>
            </html>"""
                .formatted(shown))
        .with("Location", location);
  }

  private static String bulk(int bytes) {
    StringBuilder links = new StringBuilder(bytes + 200).append("<ul class=\"nav-bulk\">\n");
    for (int i = 1; links.length() < bytes; i++) {
      links
          .append("    <li\n        class=\"nav-item\"\n        id=\"nav-report-")
          .append(i)
          .append("\">\n      <a\n          class=\"nav-link\"\n          href=\"/report/")
          .append(i)
          .append("\"\n          title=\"Report ")
          .append(i)
          .append("\"><i class=\"fa fa-chart\"></i> Report ")
          .append(i)
          .append("</a></li>\n");
    }
    return links.append("  </ul>").toString();
  }
}
