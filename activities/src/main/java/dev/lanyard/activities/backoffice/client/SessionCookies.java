package dev.lanyard.activities.backoffice.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/** The cookies of one session, in memory. A newer cookie of the same name and path replaces it. */
final class SessionCookies implements CookieJar {

  private final List<Cookie> cookies = new ArrayList<>();

  @Override
  public synchronized void saveFromResponse(HttpUrl url, List<Cookie> received) {
    for (Cookie cookie : received) {
      cookies.removeIf(
          old ->
              old.name().equals(cookie.name())
                  && old.domain().equals(cookie.domain())
                  && old.path().equals(cookie.path()));
      cookies.add(cookie);
    }
  }

  @Override
  public synchronized List<Cookie> loadForRequest(HttpUrl url) {
    long now = System.currentTimeMillis();
    cookies.removeIf(cookie -> cookie.expiresAt() <= now);
    return cookies.stream().filter(cookie -> cookie.matches(url)).toList();
  }

  /** The value of the cookie of this name. */
  synchronized Optional<String> value(String name) {
    return cookies.stream().filter(c -> c.name().equals(name)).map(Cookie::value).findFirst();
  }

  synchronized void forget() {
    cookies.clear();
  }
}
