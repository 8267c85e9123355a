package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.Markup;
import dev.lanyard.activities.http.RemoteOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jsoup.nodes.Document;

/** One request, one answer, over the cookies of one session. Nothing is repeated here. */
final class Wire {

  /**
   * The largest known page has half a megabyte (section 15); beyond this it is no page that is read
   * whole (guessed).
   */
  private static final int LARGEST_PAGE = 8 * 1024 * 1024;

  private final RemoteOrigin origin;
  private final OkHttpClient http;
  private final SessionCookies cookies = new SessionCookies();

  Wire(RemoteOrigin origin, OkHttpClient http) {
    this.origin = origin;
    this.http = http.newBuilder().cookieJar(cookies).build();
  }

  RemoteOrigin origin() {
    return origin;
  }

  void forgetCookies() {
    cookies.forget();
  }

  boolean hasCookies() {
    return !cookies.loadForRequest(origin.base()).isEmpty();
  }

  /**
   * @param reader makes the page of the body
   */
  Answer get(HttpUrl url, PageReader reader) {
    return send(new Request.Builder().url(url).get().build(), Kind.OUTAGE, reader);
  }

  /**
   * @param whenLost what it means when no answer comes
   */
  Answer post(HttpUrl url, FormEntries entries, Kind whenLost) {
    FormBody.Builder body = new FormBody.Builder(StandardCharsets.UTF_8);
    entries.pairs().forEach(pair -> body.add(pair.name(), pair.value()));
    return send(
        new Request.Builder().url(url).post(body.build()).build(), whenLost, Wire::wholePage);
  }

  private Answer send(Request request, Kind whenLost, PageReader reader) {
    if (!origin.owns(request.url())) {
      throw new IllegalArgumentException("a request to a foreign origin");
    }
    String path = request.url().encodedPath();
    String name = request.method() + " " + path;
    try (Response response = http.newCall(request).execute()) {
      Optional<HttpUrl> location =
          Optional.ofNullable(response.header("Location")).map(request.url()::resolve);
      return new Answer(
          name,
          response.code(),
          location,
          Optional.ofNullable(response.header("Retry-After")),
          reader.read(response.body().byteStream(), path));
    } catch (ConnectException
        | UnknownHostException
        | NoRouteToHostException
        | SSLHandshakeException e) {
      throw new BackofficeFailure(
          Kind.OUTAGE, name + " was not sent: no connection to Backoffice" + reason(e));
    } catch (IOException e) {
      throw new BackofficeFailure(whenLost, name + " got no complete answer" + reason(e));
    }
  }

  /** A page of ordinary size, kept whole. */
  static Document wholePage(InputStream body, String path) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST_PAGE + 1);
    if (bytes.length > LARGEST_PAGE) {
      throw new BackofficeFailure(
          Kind.CHANGED, path + " was answered with more than " + LARGEST_PAGE + " bytes.");
    }
    return Markup.document(bytes, path);
  }

  /** The kind of trouble, never the message: it may name hosts or repeat what was sent. */
  private static String reason(IOException e) {
    return " (" + e.getClass().getSimpleName() + ").";
  }
}
