package dev.lanyard.launcher.temporal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Temporal UI that answers on 127.0.0.1.
 *
 * @param url its exact origin
 * @param codec what it was told to ask for readable payloads
 */
record LocalUi(URI url, Optional<URI> codec) {

  private static final Pattern ENDPOINT =
      Pattern.compile("\"Codec\":\\{[^}]*\"Endpoint\":\"([^\"]*)\"");

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

  /** The UI beside a server's port, where the CLI puts it: a thousand above. */
  static Optional<LocalUi> beside(int serverPort) {
    URI url = URI.create("http://127.0.0.1:" + (serverPort + 1000));
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/api/v1/settings")).timeout(ANSWERS_WITHIN).build();
    try {
      HttpResponse<String> response =
          HttpClient.newBuilder()
              .connectTimeout(ANSWERS_WITHIN)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200 || !response.body().contains("\"DefaultNamespace\"")) {
        return Optional.empty();
      }
      Matcher matcher = ENDPOINT.matcher(response.body());
      Optional<URI> codec =
          matcher.find() && !matcher.group(1).isEmpty()
              ? Optional.of(URI.create(matcher.group(1)))
              : Optional.empty();
      return Optional.of(new LocalUi(url, codec));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // Nobody there, or no UI.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
