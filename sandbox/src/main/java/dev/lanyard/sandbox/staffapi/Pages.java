package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanyard.sandbox.http.Request;
import dev.lanyard.sandbox.http.Response;
import dev.lanyard.sandbox.staffapi.StaffApiSwitches.PagingStyle;
import java.util.List;

/** Lists, 25 rows a page, counted from 0; the next page's full address is in a header. */
final class Pages {
  private static final int ROWS = 25;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Pages() {}

  static Response of(List<ObjectNode> rows, Request request, PagingStyle style) {
    int page = page(request);
    int pages = Math.max(1, (rows.size() + ROWS - 1) / ROWS);
    ArrayNode shown = JSON.createArrayNode();
    rows.stream().skip((long) page * ROWS).limit(ROWS).forEach(shown::add);
    Response response = Response.json(200, shown.toString());
    if (style != PagingStyle.NEXT_PAGE) {
      response =
          response.with("X-Pages", Integer.toString(pages)).with("X-Page", Integer.toString(page));
    }
    if (style == PagingStyle.X_PAGES || page + 1 >= pages) {
      return response;
    }
    String host = request.header("host").orElse("127.0.0.1");
    return response.with("X-Next-Page", "http://" + host + request.path() + "?page=" + (page + 1));
  }

  private static int page(Request request) {
    String asked = request.parameters().last("page").or(() -> request.header("x-page")).orElse("0");
    if (!asked.matches("[0-9]{1,6}")) {
      throw new ApiError(400, "bad_request", "The page must be a number from 0.");
    }
    return Integer.parseInt(asked);
  }
}
