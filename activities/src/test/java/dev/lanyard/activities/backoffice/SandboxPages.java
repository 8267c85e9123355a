package dev.lanyard.activities.backoffice;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The sandbox's own pages, byte for byte, as a logged-in browser gets them. */
final class SandboxPages implements CookieJar {

  private final URI sandbox;
  private final List<Cookie> cookies = new ArrayList<>();
  private final OkHttpClient http = new OkHttpClient.Builder().cookieJar(this).build();

  SandboxPages(SandboxTenant tenant) throws IOException {
    this.sandbox = tenant.url();
    BackofficeCredentials bot = tenant.credentials.get();
    get("/login");
    FormBody login =
        new FormBody.Builder()
            .add("_username", bot.username())
            .add("_password", bot.password())
            .build();
    send(new Request.Builder().url(sandbox + "/login_check").post(login).build());
  }

  byte[] get(String path) throws IOException {
    return send(new Request.Builder().url(sandbox + path).build());
  }

  private byte[] send(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      if (response.code() != 200) {
        throw new AssertionError(request.url().encodedPath() + ": " + response.code());
      }
      return response.body().bytes();
    }
  }

  @Override
  public void saveFromResponse(HttpUrl url, List<Cookie> received) {
    for (Cookie cookie : received) {
      cookies.removeIf(old -> old.name().equals(cookie.name()));
      cookies.add(cookie);
    }
  }

  @Override
  public List<Cookie> loadForRequest(HttpUrl url) {
    return List.copyOf(cookies);
  }
}
