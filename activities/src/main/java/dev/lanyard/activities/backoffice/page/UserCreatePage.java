package dev.lanyard.activities.backoffice.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;
import org.jsoup.nodes.Document;

/** The form of a new web user: the only bulk source of active employees' e-mails (section 13.1). */
public final class UserCreatePage {

  private static final String PAGE = "user create page";
  private static final String EMPLOYEES =
      "#main-column form[action$=\"/user/insert\"] select[name=\"user[employeeId]\"]";

  private UserCreatePage() {}

  /**
   * @throws PageChanged without the list
   * @throws PageTruncated when it ended inside the list
   */
  public static void require(Document document) {
    Markup.of(document, PAGE).whole(EMPLOYEES);
  }

  /**
   * Reads the list of active employees, one by one.
   *
   * @param each gets the internal id of everybody who has this e-mail, whatever its case; see
   *     {@link LongList#read}
   * @return the page without its list; {@link #require} says whether it is whole
   */
  public static Document read(InputStream utf8, String path, String email, IntConsumer each)
      throws IOException {
    return LongList.read(
        utf8,
        path,
        Markup.compiled(EMPLOYEES + " option"),
        option -> {
          if (option.attr("data-email").strip().equalsIgnoreCase(email.strip())) {
            Markup page = Markup.of(option.ownerDocument(), PAGE);
            each.accept(page.number(option.attr("value"), "an employee's value"));
          }
        });
  }
}
