package dev.lanyard.activities.staffapi.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lanyard.activities.staffapi.client.StaffApiException;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import dev.lanyard.secrets.TextSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tokens that outlive a worker and that several workers of one machine share: whoever renews
 * them holds the file's lock, looks whether another did, and stores a rotated refresh token before
 * anybody uses it.
 */
final class TokenFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private static final String LOGIN = "Run ./lanyard staff login where the worker runs.";

  private final SealedFile file;
  private final Path path;

  TokenFile(TextSeal seal, Path path) {
    this.file = new SealedFile(seal, path);
    this.path = path;
  }

  /**
   * Runs alone among all workers that share the file.
   *
   * @param change from what is stored to what is to be; the same object: nothing is written
   */
  StoredTokens change(Function<Optional<StoredTokens>, StoredTokens> change) {
    try {
      return file.locked(
          () -> {
            Optional<StoredTokens> stored = file.read().map(this::decoded);
            StoredTokens changed = change.apply(stored);
            if (stored.filter(changed::equals).isEmpty()) {
              file.write(encoded(changed));
            }
            return changed;
          });
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private StoredTokens decoded(String json) {
    try {
      return JSON.readValue(json, StoredTokens.class);
    } catch (JsonProcessingException e) {
      // Without the cause: it may quote what it read.
      throw new StaffApiException(Kind.LOGIN_NEEDED, path + " holds no tokens. " + LOGIN);
    }
  }

  private static String encoded(StoredTokens tokens) {
    try {
      return JSON.writeValueAsString(tokens);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("two texts and a time are JSON");
    }
  }

  private StaffApiException unusable(IOException e) {
    return new StaffApiException(
        Kind.LOGIN_NEEDED,
        "The staff API's tokens cannot be kept in " + path + " (" + e.getMessage() + "). " + LOGIN);
  }
}
