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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
    return alone(
        () -> {
          Optional<StoredTokens> stored = file.read().map(this::decoded);
          StoredTokens changed = change.apply(stored);
          if (stored.filter(changed::equals).isEmpty()) {
            file.write(encoded(changed));
          }
          return changed;
        });
  }

  /** Whatever was there, readable or not: a login is the remedy for a file that is not. */
  void replace(StoredTokens tokens) {
    alone(
        () -> {
          file.write(encoded(tokens));
          return tokens;
        });
  }

  /**
   * On a thread that nobody interrupts: a worker that is cut short between the exchange and the
   * store would lose a refresh token that was rotated already, and with it the login.
   */
  private StoredTokens alone(SealedFile.Work<StoredTokens> work) {
    FutureTask<StoredTokens> task = new FutureTask<>(() -> file.locked(work));
    Thread thread = new Thread(task, "lanyard-staff-api-tokens");
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // Told to our caller once the tokens are safe.
        } catch (ExecutionException e) {
          throw failed(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private RuntimeException failed(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : unusable((IOException) cause);
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
