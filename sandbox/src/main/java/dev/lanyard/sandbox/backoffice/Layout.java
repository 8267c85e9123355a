package dev.lanyard.sandbox.backoffice;

import dev.lanyard.sandbox.http.Response;
import dev.lanyard.sandbox.http.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every page has around its content (section 3), and the redirect shell (section 4). */
final class Layout {
  private static final Templates TEMPLATES = new Templates(Layout.class);
  private static final String STYLE = TEMPLATES.read("style.css");
  private static final String SCRIPT = TEMPLATES.read("page.js");

  /** Section 3: header and side navigation weigh about 130-137 KB. */
  private static final String BULK = bulk(130_000);

  private Layout() {}

  static String fill(String template, Map<String, ?> values) {
    return TEMPLATES.fill(template, values);
  }

  static Response page(
      BackofficeSwitches switches, int status, String title, String subTitle, String content) {
    return Response.html(
        status,
        TEMPLATES.fill(
            "layout",
            Map.of(
                "title", title,
                "subTitle", subTitle,
                "content", content,
                "css", STYLE,
                "script", SCRIPT,
                "bulk", switches.bulkyNavigation() ? BULK : "")));
  }

  static String login(List<String> messages) {
    Map<String, Object> values = new HashMap<>(alerts(messages));
    values.put("css", STYLE);
    return TEMPLATES.fill("login", values);
  }

  /** Values for the message box: one message is a {@code p}, several are a list (section 4.1). */
  static Map<String, Object> alerts(List<String> messages) {
    return Map.of(
        "hasMessages",
        !messages.isEmpty(),
        "one",
        messages.size() == 1 ? messages.get(0) : "",
        "hasSeveral",
        messages.size() > 1,
        "messages",
        messages);
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
