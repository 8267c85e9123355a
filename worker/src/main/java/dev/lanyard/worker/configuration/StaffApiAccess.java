package dev.lanyard.worker.configuration;

import dev.lanyard.activities.staffapi.StaffApiSettings;
import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.activities.staffapi.client.TokenEndpoint;
import dev.lanyard.activities.staffapi.token.Authorizations;
import dev.lanyard.secrets.Keys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * How the worker proves to the staff API who it is.
 *
 * @param redirectUri as registered with the vendor
 * @param authorizeUrl the vendor's page where somebody logs in and gets a code
 * @param tokenFile what {@code ./lanyard staff login} leaves for all workers of this machine
 */
public record StaffApiAccess(Mode mode, String redirectUri, String authorizeUrl, Path tokenFile) {

  private static final String TOKENS = "staff-api/tokens";

  /** The choices of {@code lanyard.staff-api.authorization}. */
  public enum Mode {
    /** The client's id and secret with every request. */
    BASIC("basic", 60),
    /** A login once, then tokens. */
    OAUTH("oauth", 180),
    /** Tokens for the client alone, which the vendor offers for tests. */
    CLIENT_CREDENTIALS("client-credentials", 180);

    private final String word;
    private final int requestsPerMinute;

    Mode(String word, int requestsPerMinute) {
      this.word = word;
      this.requestsPerMinute = requestsPerMinute;
    }

    static Optional<Mode> of(String word) {
      for (Mode mode : values()) {
        if (mode.word.equals(word)) {
          return Optional.of(mode);
        }
      }
      return Optional.empty();
    }

    /** By the API's documents. */
    int requestsPerMinute() {
      return requestsPerMinute;
    }
  }

  /** For every request; empty where the client's id and secret go along themselves. */
  public Optional<Authorization> authorization(StaffApiSettings settings, Keys keys) {
    return switch (mode) {
      case BASIC -> Optional.empty();
      case OAUTH -> Optional.of(tokens(settings).ofLogin(keys.textSeal(TOKENS), tokenFile));
      case CLIENT_CREDENTIALS -> Optional.of(tokens(settings).ofClient());
    };
  }

  /**
   * The address that a browser is to open.
   *
   * @param state comes back with the code
   */
  public String loginPage(StaffApiSettings settings, String state) {
    return authorizeUrl
        + (authorizeUrl.contains("?") ? "&" : "?")
        + "response_type=code&client_id="
        + encoded(settings.credentials().get().clientId())
        + "&redirect_uri="
        + encoded(redirectUri)
        + "&state="
        + encoded(state);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * Exchanges the code and stores the tokens.
   *
   * @throws dev.lanyard.activities.staffapi.client.StaffApiException says what is wrong
   */
  public void login(StaffApiSettings settings, Keys keys, String code) {
    tokens(settings).login(keys.textSeal(TOKENS), tokenFile, code);
  }

  private Authorizations tokens(StaffApiSettings settings) {
    Clock clock = Clock.systemUTC();
    return new Authorizations(
        new TokenEndpoint(settings.origin(), settings.httpTimeout(), clock),
        () ->
            new TokenEndpoint.Client(
                settings.credentials().get().clientId(),
                settings.credentials().get().clientSecret(),
                redirectUri),
        clock);
  }
}
