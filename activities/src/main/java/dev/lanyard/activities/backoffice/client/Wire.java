package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.Markup;
import dev.lanyard.activities.http.RemoteOrigin;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
  private Optional<Seen> lastSeen = Optional.empty();

  Wire(RemoteOrigin origin, OkHttpClient http) {
    this.origin = origin;
    this.http = http.newBuilder().cookieJar(cookies).build();
  }

  RemoteOrigin origin() {
    return origin;
  }

  /** Section 1: it is there before the login too. */
  Optional<String> sessionId() {
    return cookies.value("PHPSESSID");
  }

  /** How the last answer came; empty before the first one. */
  Optional<Seen> lastSeen() {
    return lastSeen;
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
    lastSeen = Optional.empty();
    long sent = System.nanoTime();
    try (Response response = http.newCall(request).execute()) {
      Optional<HttpUrl> location =
          Optional.ofNullable(response.header("Location")).map(request.url()::resolve);
      Counted body = new Counted(response.body().byteStream());
      Document page = reader.read(body, path);
      lastSeen = Optional.of(seen(path, response, body.bytes, sent));
      return new Answer(
          name,
          response.code(),
          location,
          Optional.ofNullable(response.header("Retry-After")),
          page);
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

  /** OkHttp unpacks by itself and hides that; the network's own headers still say so. */
  private static Seen seen(String path, Response response, long bytes, long sent) {
    Response network = response.networkResponse();
    return new Seen(
        path,
        response.code(),
        bytes,
        network != null && "gzip".equalsIgnoreCase(network.header("Content-Encoding")),
        Optional.ofNullable(response.header("Server")),
        Optional.ofNullable(response.headers().getInstant("Date")),
        Instant.now(),
        Duration.ofNanos(System.nanoTime() - sent));
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

  /** How much of a body was read. */
  private static final class Counted extends FilterInputStream {

    private long bytes;

    Counted(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      bytes += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      bytes += Math.max(0, count);
      return count;
    }
  }
}
