package dev.lanyard.activities.backoffice;

import dev.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Does with the sandbox's pages what our client does not, without any of our code. */
final class PersonAtBackoffice {

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Sandbox sandbox;

  PersonAtBackoffice(Sandbox sandbox) {
    this.sandbox = sandbox;
    send(HttpRequest.newBuilder(uri("/login")).GET().build());
    post(
        "/login_check",
        "_username",
        sandbox.backofficeUsername(),
        "_password",
        sandbox.backofficePassword());
  }

  /** A web user without an employee. */
  PersonAtBackoffice addsUser(String first, String last, String email, String username) {
    expect(
        post(
            "/user/insert",
            "employee[firstName]",
            first,
            "employee[lastName]",
            last,
            "employee[email]",
            email,
            "user[username]",
            username,
            "user[password]",
            "by-hand-1234",
            "user[confirmPassword]",
            "by-hand-1234"),
        "/user/permissions/");
    return this;
  }

  PersonAtBackoffice addsLinkedUser(int employeeId, String email, String username) {
    expect(
        post(
            "/user/insert",
            "employee[isOnSiteEmployee]",
            "1",
            "user[employeeId]",
            Integer.toString(employeeId),
            "employee[email]",
            email,
            "user[username]",
            username,
            "user[password]",
            "by-hand-1234",
            "user[confirmPassword]",
            "by-hand-1234"),
        "/user/permissions/");
    return this;
  }

  PersonAtBackoffice disablesUser(int userId) {
    expect(post("/user/update", "user[id]", Integer.toString(userId)), "/user");
    return this;
  }

  /** The permissions whose boxes are checked on the page. */
  List<String> seesTokensOf(int userId) {
    String path = "/user/permissions/" + userId;
    Document page = Jsoup.parse(send(HttpRequest.newBuilder(uri(path)).GET().build()).body(), path);
    return page.select("input[name$=\"[isEnabled]\"][checked]").stream()
        .map(
            box -> {
              String token = box.attr("name").replace("[isEnabled]", "[token]");
              return page.select("input[name=\"" + token + "\"]").attr("value");
            })
        .toList();
  }

  private static void expect(HttpResponse<String> answer, String location) {
    String to = answer.headers().firstValue("Location").orElse("nowhere");
    if (!to.startsWith(location)) {
      throw new AssertionError("led to " + to + " instead of " + location);
    }
  }

  private HttpResponse<String> post(String path, String... namesAndValues) {
    String body =
        IntStream.range(0, namesAndValues.length / 2)
            .mapToObj(
                i -> encoded(namesAndValues[2 * i]) + "=" + encoded(namesAndValues[2 * i + 1]))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI uri(String path) {
    return sandbox.backofficeUrl().resolve(path);
  }
}
