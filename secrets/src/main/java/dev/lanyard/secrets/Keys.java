package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one installation. They lie in a folder of four Tink keysets as JSON:
 *
 * <ul>
 *   <li>{@code payload.json}: AES-256-GCM, for every payload; worker, starter and codec server
 *   <li>{@code pin.json}: the private half of the PIN key; the worker only
 *   <li>{@code pin-public.json}: its public half; worker and starter
 *   <li>{@code digest.json}: HMAC-SHA256, for digests; worker and starter
 * </ul>
 *
 * <p>All is read once, by {@link #load}; nothing here touches the disk later. Where the file system
 * knows POSIX modes, the folder is 0700, the files are 0600, and a file that anybody but its owner
 * may touch is refused. A keyset may hold several keys: the primary writes, every enabled one
 * reads.
 */
public final class Keys {
  private final Path folder;
  private final Optional<Aead> payload;
  private final Optional<PayloadCodec> payloadCodec;
  private final Optional<HybridEncrypt> pinPublic;
  private final Optional<HybridDecrypt> pinPrivate;
  private final Optional<Mac> digest;

  private Keys(
      Path folder,
      Optional<Aead> payload,
      Optional<PayloadCodec> payloadCodec,
      Optional<HybridEncrypt> pinPublic,
      Optional<HybridDecrypt> pinPrivate,
      Optional<Mac> digest) {
    this.folder = folder;
    this.payload = payload;
    this.payloadCodec = payloadCodec;
    this.pinPublic = pinPublic;
    this.pinPrivate = pinPrivate;
    this.digest = digest;
  }

  /**
   * Makes new keys in a folder that is new or empty. All four files appear at once or none does; of
   * two callers at the same time one wins, and both return the winner's keys.
   *
   * @throws FileAlreadyExistsException when the folder held anything before; nothing is overwritten
   */
  public static Keys create(Path folder) throws IOException {
    boolean wasPresent = present(folder);
    try {
      KeyFiles.create(folder);
    } catch (FileAlreadyExistsException e) {
      if (wasPresent || !present(folder)) {
        throw e;
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make the keys: " + e.getMessage(), e);
    }
    return load(folder);
  }

  /** Whether any of the four files is there: if so, {@link #load}, else {@link #create}. */
  public static boolean present(Path folder) {
    return KeyFiles.present(folder);
  }

  /**
   * Reads what is there. A missing file fails only when its part is asked for.
   *
   * @throws KeysUnusable when the folder is missing, holds none of the files or can be written by
   *     others, when a file is malformed, of the wrong kind or open to others, or when the two PIN
   *     files do not belong together; all problems at once
   * @throws IOException when a file that is there cannot be read
   */
  public static Keys load(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new KeysUnusable(
          List.of("key folder " + folder + " is missing: create it, or name the right one"));
    }
    if (!present(folder)) {
      throw new KeysUnusable(
          List.of(
              "key folder "
                  + folder
                  + " holds no "
                  + KeyFiles.PAYLOAD
                  + ": create new keys there, or name the right folder"));
    }
    List<String> problems = new ArrayList<>();
    KeyFiles.checkFolder(folder, problems);
    Optional<KeysetHandle> payload = KeyFiles.read(folder, KeyFiles.PAYLOAD, problems);
    Optional<KeysetHandle> pin = KeyFiles.read(folder, KeyFiles.PIN, problems);
    Optional<KeysetHandle> pinPublic = KeyFiles.read(folder, KeyFiles.PIN_PUBLIC, problems);
    Optional<KeysetHandle> digest = KeyFiles.read(folder, KeyFiles.DIGEST, problems);
    Parts parts = new Parts(folder, problems);
    Optional<Aead> aead = parts.of(payload, Aead.class, KeyFiles.PAYLOAD);
    Keys keys =
        new Keys(
            folder,
            aead,
            aead.map(a -> codec(a, payload.get())),
            parts.of(pinPublic, HybridEncrypt.class, KeyFiles.PIN_PUBLIC),
            parts.of(pin, HybridDecrypt.class, KeyFiles.PIN),
            parts.of(digest, Mac.class, KeyFiles.DIGEST));
    parts.requirePair(pin, pinPublic);
    if (!problems.isEmpty()) {
      throw new KeysUnusable(problems);
    }
    return keys;
  }

  /** Encrypts payloads and binds each to its namespace and workflow. Needs payload.json. */
  public PayloadCodec payloadCodec() {
    return needed(payloadCodec, KeyFiles.PAYLOAD);
  }

  /**
   * For texts that must outlive the process outside Temporal. Needs payload.json.
   *
   * @param purpose what they are; a text that was sealed for another does not open
   */
  public TextSeal textSeal(String purpose) {
    return new TextSeal(needed(payload, KeyFiles.PAYLOAD), purpose);
  }

  /**
   * What every Temporal client of ours must be given: records as JSON (unknown properties ignored,
   * ISO dates, plain decimals), then {@link #payloadCodec}, for failures' messages and stack traces
   * too. Its errors name places and types, never values. Needs payload.json.
   */
  public DataConverter dataConverter() {
    return new CodecDataConverter(
        DefaultDataConverter.newDefaultInstance().withPayloadConverterOverrides(new RecordJson()),
        List.of(payloadCodec()),
        true);
  }

  /** Needs pin-public.json. */
  public PinSealer pinSealer() {
    HybridEncrypt recipient = needed(pinPublic, KeyFiles.PIN_PUBLIC);
    return (pin, boundTo) -> {
      try {
        return PinHpke.seal(recipient, PinHpke.FOR_WORKER, pin, boundTo);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("HPKE refused to seal a PIN: " + e.getMessage());
      }
    };
  }

  /** Needs pin.json, which only the worker has. */
  public PinOpener pinOpener() {
    HybridDecrypt holder = needed(pinPrivate, KeyFiles.PIN);
    return (seal, boundTo) -> PinHpke.open(holder, PinHpke.FOR_WORKER, seal, boundTo);
  }

  /** Needs pin-public.json. */
  public PasswordSealer passwordSealer() {
    HybridEncrypt recipient = needed(pinPublic, KeyFiles.PIN_PUBLIC);
    return (password, boundTo) -> {
      try {
        return PinHpke.seal(recipient, password, boundTo);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("HPKE refused to seal a password: " + e.getMessage());
      }
    };
  }

  /** Needs pin.json, which only the worker has. */
  public PasswordOpener passwordOpener() {
    HybridDecrypt holder = needed(pinPrivate, KeyFiles.PIN);
    return (seal, boundTo) -> PinHpke.openPassword(holder, seal, boundTo);
  }

  /** Needs digest.json. */
  public KeyedDigest digest() {
    Mac mac = needed(digest, KeyFiles.DIGEST);
    return text -> {
      Objects.requireNonNull(text, "canonicalText");
      try {
        return HexFormat.of().formatHex(mac.computeMac(text.getBytes(UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("HMAC-SHA256 refused a text", e);
      }
    };
  }

  @Override
  public String toString() {
    return "Keys[" + folder + ", [redacted]]";
  }

  private <T> T needed(Optional<T> part, String file) {
    return part.orElseThrow(
        () ->
            new KeysUnusable(
                List.of(
                    folder.resolve(file)
                        + " is missing and needed here: copy it from the folder where the keys were"
                        + " created; new keys cannot read what old ones wrote")));
  }

  private static PayloadCodec codec(Aead aead, KeysetHandle keys) {
    Set<String> ids = new LinkedHashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      if (keys.getAt(i).getStatus() == KeyStatus.ENABLED) {
        ids.add(Integer.toUnsignedString(keys.getAt(i).getId()));
      }
    }
    return new EncryptingCodec(
        aead, Integer.toUnsignedString(keys.getPrimary().getId()), Set.copyOf(ids));
  }

  /** Turns keysets into primitives and notes those that are of the wrong kind. */
  private record Parts(Path folder, List<String> problems) {

    <P> Optional<P> of(Optional<KeysetHandle> keys, Class<P> kind, String file) {
      if (keys.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(keys.get().getPrimitive(Primitives.ALL, kind));
      } catch (GeneralSecurityException e) {
        problems.add(
            folder.resolve(file)
                + " holds keys for something else than "
                + kind.getSimpleName()
                + ": put the right file back from your backup of the keys");
        return Optional.empty();
      }
    }

    void requirePair(Optional<KeysetHandle> pin, Optional<KeysetHandle> pinPublic) {
      if (!problems.isEmpty() || pin.isEmpty() || pinPublic.isEmpty()) {
        return;
      }
      try {
        if (!pin.get().getPublicKeysetHandle().equalsKeyset(pinPublic.get())) {
          problems.add(
              folder.resolve(KeyFiles.PIN_PUBLIC)
                  + " is not the public half of "
                  + KeyFiles.PIN
                  + ": what it seals would not open. Take both from one backup");
        }
      } catch (GeneralSecurityException e) {
        problems.add(folder.resolve(KeyFiles.PIN) + " has no public half: put it back from backup");
      }
    }
  }
}
