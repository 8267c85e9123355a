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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The tokens that outlive a worker and that several workers of one machine share: whoever renews
 * them holds the file's lock, looks whether another did, and stores a rotated refresh token before
 * anybody uses it.
 *
 * <p>Tokens that the file does not take (a full disk, a folder that may not be written) are kept in
 * memory and written at the next use. Until then the file is marked as outdated, so that no other
 * worker spends the refresh token in it, which the API has replaced.
 */
final class TokenFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private static final String LOGIN = "Run ./lanyard staff login where the worker runs.";

  private final SealedFile file;
  private final Path path;
  private final Consumer<String> warnings;

  /** What the file lacks; guarded by the file's lock, and read without it. */
  private volatile StoredTokens unwritten;

  /** What the file held when that was got: another text there is a newer login, and counts. */
  private Optional<StoredTokens> replaced = Optional.empty();

  /**
   * @param warnings for people; never with a token
   */
  TokenFile(TextSeal seal, Path path, Consumer<String> warnings) {
    this.file = new SealedFile(seal, path);
    this.path = path;
    this.warnings = warnings;
  }

  /**
   * Runs alone among all workers that share the file.
   *
   * @param good whether the stored ones will do; then nothing is renewed
   * @param renewal from what is stored to what is to be
   */
  StoredTokens renewed(
      Predicate<StoredTokens> good, Function<Optional<StoredTokens>, StoredTokens> renewal) {
    return alone(
        outdated -> {
          Optional<StoredTokens> stored = newest(outdated);
          if (stored.filter(good).isPresent()) {
            return stored.get();
          }
          if (unwritten == null && outdated.isSet()) {
            throw heldElsewhere();
          }
          StoredTokens renewed = renewal.apply(stored);
          keep(renewed, stored, outdated);
          return renewed;
        });
  }

  /** Writes what could not be written, if there is any. */
  void catchUp() {
    if (unwritten == null) {
      return;
    }
    try {
      alone(
          outdated -> {
            StoredTokens newest = newest(outdated).orElseThrow();
            if (unwritten != null && write(newest, outdated).isEmpty()) {
              warnings.accept("The staff API's tokens are in " + path + " again.");
            }
            return newest;
          });
    } catch (StaffApiException e) {
      return; // Not even the lock can be had: what is in memory still serves.
    }
  }

  /** Whatever was there, readable or not: a login is the remedy for a file that is not. */
  void replace(StoredTokens tokens) {
    alone(
        outdated -> {
          file.write(encoded(tokens));
          outdated.set(false);
          return tokens;
        });
  }

  /** Ours in memory, unless somebody logged in meanwhile. */
  private Optional<StoredTokens> newest(SealedFile.Outdated outdated) throws IOException {
    if (unwritten == null) {
      return file.read().map(this::decoded);
    }
    Optional<StoredTokens> inFile = readable();
    if (inFile.isPresent() && !inFile.equals(replaced)) {
      unwritten = null;
      mark(outdated, false);
      return inFile;
    }
    return Optional.of(unwritten);
  }

  /** Empty also when the file cannot be read, while we do not depend on it. */
  private Optional<StoredTokens> readable() {
    try {
      return file.read().map(this::decoded);
    } catch (IOException | StaffApiException e) {
      return Optional.empty();
    }
  }

  private void keep(
      StoredTokens tokens, Optional<StoredTokens> stored, SealedFile.Outdated outdated) {
    if (unwritten == null) {
      replaced = stored;
    }
    write(tokens, outdated)
        .ifPresent(
            problem ->
                warnings.accept(
                    "The staff API's new tokens could not be written to "
                        + path
                        + " ("
                        + problem.getClass().getSimpleName()
                        + "): this worker goes on with them from memory, and writes them at the next"
                        + " use. Make room on that disk, or let this user write there, before this"
                        + " worker is stopped; otherwise a new ./lanyard staff login is needed."));
  }

  /** What was in the way. */
  private Optional<IOException> write(StoredTokens tokens, SealedFile.Outdated outdated) {
    try {
      file.write(encoded(tokens));
    } catch (IOException e) {
      unwritten = tokens;
      mark(outdated, true);
      return Optional.of(e);
    }
    unwritten = null;
    mark(outdated, false);
    return Optional.empty();
  }

  private void mark(SealedFile.Outdated outdated, boolean set) {
    try {
      if (outdated.isSet() != set) {
        outdated.set(set);
      }
    } catch (IOException e) {
      warnings.accept(
          path
              + ".lock could not be marked ("
              + e.getClass().getSimpleName()
              + "): let only one worker run until that folder can be written.");
    }
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

  /** Passes by itself once the other worker can write. */
  private StaffApiException heldElsewhere() {
    return new StaffApiException(
        Kind.OUTAGE,
        "Another worker of this machine holds newer tokens of the staff API than "
            + path
            + " and cannot write them. Make room on that disk, or let its user write there; if that"
            + " worker is gone, run ./lanyard staff login.");
  }

  private StaffApiException unusable(IOException e) {
    return new StaffApiException(
        Kind.LOGIN_NEEDED,
        "The staff API's tokens cannot be kept in " + path + " (" + e.getMessage() + "). " + LOGIN);
  }
}
