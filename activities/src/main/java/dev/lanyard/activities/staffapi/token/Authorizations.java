package dev.lanyard.activities.staffapi.token;

import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.activities.staffapi.client.StaffApiException;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import dev.lanyard.activities.staffapi.client.TokenEndpoint;
import dev.lanyard.activities.staffapi.client.Tokens;
import dev.lanyard.secrets.TextSeal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OAuth 2.0 with the staff API: 180 requests a minute. */
public final class Authorizations {

  private static final Logger LOG = LoggerFactory.getLogger(Authorizations.class);

  private final TokenEndpoint endpoint;
  private final Supplier<TokenEndpoint.Client> client;
  private final Clock clock;

  /**
   * @param client asked before every token request
   */
  public Authorizations(
      TokenEndpoint endpoint, Supplier<TokenEndpoint.Client> client, Clock clock) {
    this.endpoint = endpoint;
    this.client = client;
    this.clock = clock;
  }

  /**
   * By the refresh token that {@link #login} stored.
   *
   * @param seal the same for all workers that share the file
   */
  public Authorization ofLogin(TextSeal seal, Path file) {
    return ofLogin(seal, file, LOG::warn);
  }

  Authorization ofLogin(TextSeal seal, Path file, Consumer<String> warnings) {
    TokenFile tokens = new TokenFile(seal, file, warnings);
    return new SharedToken(
        new TokenSource() {
          @Override
          public AccessToken get(Predicate<AccessToken> good) {
            return tokens
                .renewed(
                    stored -> good.test(stored.accessToken()), stored -> refreshed(stored, file))
                .accessToken();
          }

          @Override
          public void used() {
            tokens.catchUp();
          }
        },
        clock);
  }

  /** By the client alone, which the vendor offers for tests; nothing is stored. */
  public Authorization ofClient() {
    return new SharedToken(
        good -> AccessToken.of(endpoint.forClient(client.get()), clock.instant()), clock);
  }

  /**
   * Exchanges the code that the vendor's page gave, and stores the tokens.
   *
   * @throws StaffApiException {@code LOGIN_NEEDED} when the code is not good, or the answer held no
   *     refresh token
   */
  public void login(TextSeal seal, Path file, String code) {
    Tokens tokens = endpoint.forCode(client.get(), code);
    String refresh =
        tokens
            .refresh()
            .orElseThrow(
                () ->
                    new StaffApiException(
                        Kind.LOGIN_NEEDED,
                        "The staff API gave no refresh token for the code; log in once more."));
    StoredTokens stored = stored(tokens, refresh);
    new TokenFile(seal, file, LOG::warn).replace(stored);
  }

  private StoredTokens refreshed(Optional<StoredTokens> stored, Path file) {
    String used =
        stored
            .map(StoredTokens::refresh)
            .orElseThrow(
                () ->
                    new StaffApiException(
                        Kind.LOGIN_NEEDED,
                        "Nobody has logged in to the staff API: there is no "
                            + file
                            + ". Run ./lanyard staff login where the worker runs."));
    Tokens tokens = endpoint.forRefresh(client.get(), used);
    return stored(tokens, tokens.refresh().orElse(used));
  }

  private StoredTokens stored(Tokens tokens, String refresh) {
    AccessToken access = AccessToken.of(tokens, clock.instant());
    return new StoredTokens(refresh, access.value(), access.renewFrom());
  }
}
