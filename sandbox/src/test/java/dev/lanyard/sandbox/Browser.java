package dev.lanyard.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the tests drive Backoffice with: real HTTP, one cookie jar, no redirects followed. */
final class Browser {
  /** One answer. */
  record Page(int status, String location, String body, okhttp3.Headers headers) {
    Document document() {
      return Jsoup.parse(body);
    }

    List<String> messages() {
      return document()
          .select(".alerts-server .alert-danger p, .alerts-server .alert-danger li")
          .eachText();
    }

    Element one(String selector) {
      return document().expectFirst(selector);
    }
  }

  private final URI base;
  private final OkHttpClient http;
  private final List<Cookie> cookies = new ArrayList<>();

  Browser(URI base) {
    this.base = base;
    this.http =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .cookieJar(
                new CookieJar() {
                  @Override
                  public void saveFromResponse(HttpUrl url, List<Cookie> set) {
                    cookies.removeIf(
                        old -> set.stream().anyMatch(one -> one.name().equals(old.name())));
                    cookies.addAll(set);
                  }

                  @Override
                  public List<Cookie> loadForRequest(HttpUrl url) {
                    return List.copyOf(cookies);
                  }
                })
            .build();
  }

  static Browser loggedIn(Sandbox sandbox) throws IOException {
    Browser browser = new Browser(sandbox.backofficeUrl());
    Page home = browser.logIn(sandbox.backofficeUsername(), sandbox.backofficePassword());
    if (!"/".equals(home.location())) {
      throw new AssertionError("not logged in: " + home.status() + " " + home.location());
    }
    return browser;
  }

  Page logIn(String username, String password) throws IOException {
    get("/login");
    return post("/login_check", "_username", username, "_password", password);
  }

  List<Cookie> cookies() {
    return List.copyOf(cookies);
  }

  /** Changes readings, as JSON. */
  void set(String json) throws IOException {
    control("/_sandbox/settings", json);
  }

  /** Posts to a control that must accept it. */
  Page control(String path, String json) throws IOException {
    Page answer = postJson(path, json);
    if (answer.status() >= 300) {
      throw new AssertionError(path + " refused " + json + ": " + answer.body());
    }
    return answer;
  }

  /** What a browser would send for a form of a page, with some pairs changed: names and values. */
  Page submit(String page, String form, String... changes) throws IOException {
    Element element = get(page).one(form);
    List<Map.Entry<String, String>> pairs = entries(element);
    for (int i = 0; i < changes.length; i += 2) {
      String name = changes[i];
      pairs.removeIf(pair -> pair.getKey().equals(name));
      if (changes[i + 1] != null) {
        pairs.add(Map.entry(name, changes[i + 1]));
      }
    }
    return post(element.attr("action"), pairs);
  }

  Page get(String path) throws IOException {
    return send(new Request.Builder().url(base + path).build());
  }

  Page delete(String path) throws IOException {
    return send(new Request.Builder().url(base + path).delete().build());
  }

  Page postJson(String path, String json) throws IOException {
    return send(
        new Request.Builder()
            .url(base + path)
            .post(RequestBody.create(json, MediaType.get("application/json")))
            .build());
  }

  /** Names and values in turn. */
  Page post(String path, String... pairs) throws IOException {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.add(Map.entry(pairs[i], pairs[i + 1]));
    }
    return post(path, fields);
  }

  Page post(String path, List<Map.Entry<String, String>> fields) throws IOException {
    FormBody.Builder form = new FormBody.Builder();
    fields.forEach(field -> form.add(field.getKey(), field.getValue()));
    return send(new Request.Builder().url(base + path).post(form.build()).build());
  }

  private Page send(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      return new Page(
          response.code(),
          response.header("Location"),
          response.body().string(),
          response.headers());
    }
  }

  /**
   * The pairs that a browser would send for a form as it stands (protocol section 8.2), {@code
   * data-value} standing in for the calendar script.
   */
  static List<Map.Entry<String, String>> entries(Element form) {
    List<Map.Entry<String, String>> entries = new ArrayList<>();
    for (Element field : form.select("input[name], select[name]")) {
      if (field.hasAttr("disabled")) {
        continue;
      }
      String name = field.attr("name");
      if (field.normalName().equals("select")) {
        field
            .select("option[selected]")
            .forEach(o -> entries.add(Map.entry(name, o.attr("value"))));
      } else if (List.of("checkbox", "radio").contains(field.attr("type"))) {
        if (field.hasAttr("checked") && !name.endsWith("[isAvailable]")) {
          entries.add(Map.entry(name, field.hasAttr("value") ? field.attr("value") : "on"));
        }
      } else {
        entries.add(
            Map.entry(
                name,
                field.attr("value").isEmpty() ? field.attr("data-value") : field.attr("value")));
      }
    }
    return entries;
  }
}
