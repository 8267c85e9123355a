package dev.lanyard.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysTest {
  private static final List<String> FILES =
      List.of("digest.json", "payload.json", "pin-public.json", "pin.json");
  private static final Payload PLAIN =
      Payload.newBuilder().setData(ByteString.copyFromUtf8("Jane Doe")).build();

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = temp.resolve("a/b/keys");
  }

  @Test
  void createdKeysOpenWhatTheySealedAfterARestart() throws Exception {
    Keys made = Keys.create(folder);
    String sealed = made.pinSealer().seal(Pin.of(48_213), "onboarding/1");
    List<Payload> encoded = made.payloadCodec().encode(List.of(PLAIN));
    String digest = made.digest().of("plan");

    Keys loaded = Keys.load(folder);

    assertThat(loaded.pinOpener().open(sealed, "onboarding/1")).isEqualTo(Pin.of(48_213));
    assertThat(loaded.payloadCodec().decode(encoded)).containsExactly(PLAIN);
    assertThat(loaded.digest().of("plan")).isEqualTo(digest);
  }

  @Test
  void folderAndFilesAreTheOwnersAlone() throws Exception {
    Keys.create(folder);

    assertThat(modeOf(folder)).isEqualTo("rwx------");
    assertThat(namesIn(folder)).isEqualTo(FILES);
    for (String name : FILES) {
      assertThat(modeOf(folder.resolve(name))).as(name).isEqualTo("rw-------");
    }
    assertThat(namesIn(folder.getParent())).containsExactly("keys");
  }

  @Test
  void anEmptyFolderIsTakenOver() throws Exception {
    Files.createDirectories(folder);
    assertThat(Keys.present(folder)).isFalse();

    Keys.create(folder);

    assertThat(Keys.present(folder)).isTrue();
    assertThat(modeOf(folder)).isEqualTo("rwx------");
  }

  @Test
  void keysThatAreThereAreNeverOverwritten() throws Exception {
    Keys.create(folder);
    String before = Files.readString(folder.resolve("payload.json"));

    assertThatThrownBy(() -> Keys.create(folder))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("never overwritten");

    assertThat(Files.readString(folder.resolve("payload.json"))).isEqualTo(before);
  }

  @Test
  void aFolderWithSomethingElseInItIsLeftAlone() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");

    assertThatThrownBy(() -> Keys.create(folder))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("something else is in it");

    assertThat(namesIn(folder)).containsExactly("notes.txt");
    assertThat(namesIn(folder.getParent())).containsExactly("keys");
  }

  @Test
  void aFileInPlaceOfTheFolderIsLeftAlone() throws Exception {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "mine");

    assertThatThrownBy(() -> Keys.create(folder))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("it is a file");

    assertThat(folder).hasContent("mine");
  }

  @Test
  void ofManyWhoCreateAtOnceOneWinsAndAllWhoGetKeysHoldTheSame() throws Exception {
    int callers = 8;
    CyclicBarrier together = new CyclicBarrier(callers);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    List<String> digests = new ArrayList<>();
    try {
      Callable<String> caller =
          () -> {
            together.await();
            try {
              return Keys.create(folder).digest().of("plan");
            } catch (FileAlreadyExistsException late) {
              return Keys.load(folder).digest().of("plan");
            }
          };
      List<Future<String>> results = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        results.add(threads.submit(caller));
      }
      for (Future<String> result : results) {
        digests.add(result.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(Set.copyOf(digests)).containsExactly(Keys.load(folder).digest().of("plan"));
    assertThat(namesIn(folder)).isEqualTo(FILES);
    assertThat(namesIn(folder.getParent())).containsExactly("keys");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThat(Keys.present(folder)).isFalse();
    assertThatThrownBy(() -> Keys.load(folder))
        .isInstanceOf(KeysUnusable.class)
        .hasMessage("key folder " + folder + " is missing: create it, or name the right one");
  }

  @Test
  void anEmptyFolderHoldsNoKeys() throws Exception {
    Files.createDirectories(folder);

    assertThatThrownBy(() -> Keys.load(folder))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("holds no payload.json");
  }

  @Test
  void theStartersFolderWithoutThePrivateKeySealsAndCannotOpen() throws Exception {
    Keys worker = Keys.create(folder);
    Files.delete(folder.resolve("pin.json"));

    Keys starter = Keys.load(folder);

    String sealed = starter.pinSealer().seal(Pin.of(48_213), "onboarding/1");
    assertThat(worker.pinOpener().open(sealed, "onboarding/1")).isEqualTo(Pin.of(48_213));
    assertThatThrownBy(starter::pinOpener)
        .isInstanceOf(KeysUnusable.class)
        .hasMessageStartingWith(folder.resolve("pin.json") + " is missing and needed here");
  }

  @Test
  void eachPartAsksForItsOwnFile() throws Exception {
    Keys.create(folder);
    Files.delete(folder.resolve("payload.json"));
    Files.delete(folder.resolve("digest.json"));
    Files.delete(folder.resolve("pin-public.json"));

    Keys keys = Keys.load(folder);

    assertThatCode(keys::pinOpener).doesNotThrowAnyException();
    assertThatThrownBy(keys::dataConverter).hasMessageContaining("payload.json is missing");
    assertThatThrownBy(keys::payloadCodec).hasMessageContaining("payload.json is missing");
    assertThatThrownBy(keys::digest).hasMessageContaining("digest.json is missing");
    assertThatThrownBy(keys::pinSealer).hasMessageContaining("pin-public.json is missing");
  }

  @Test
  void everyUnusableFileIsNamedAtOnceWithoutAByteOfIt() throws Exception {
    Keys.create(folder);
    String secret = Files.readString(folder.resolve("payload.json"));
    write("payload.json", secret.substring(0, secret.length() / 2));
    write("pin.json", secret.replace("AesGcmKey", "SecretKey"));
    Files.setPosixFilePermissions(
        folder.resolve("digest.json"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> Keys.load(folder))
        .isInstanceOfSatisfying(
            KeysUnusable.class,
            e -> {
              assertThat(e.problems()).hasSize(3);
              assertThat(e)
                  .hasNoCause()
                  .hasMessageContaining(folder.resolve("payload.json") + " is no complete")
                  .hasMessageContaining(folder.resolve("pin.json") + " holds keys for something")
                  .hasMessageContaining(folder.resolve("digest.json") + " is open to others")
                  .hasMessageContaining("rw-r--r--")
                  .hasMessageContaining("chmod 600");
              Matcher key = Pattern.compile("\"value\":\\s*\"([^\"]{16})").matcher(secret);
              assertThat(key.find()).isTrue();
              assertThat(e.getMessage()).doesNotContain(key.group(1));
            });
  }

  @Test
  void aFolderThatOthersMayWriteIntoIsRefused() throws Exception {
    Keys.create(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));

    assertThatThrownBy(() -> Keys.load(folder))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("can be written by others than its owner (rwxrwx---)")
        .hasMessageContaining("chmod 700");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamedWithTheRemedyAndLeavesNothing() throws Exception {
    Path link = temp.resolve("dangling");
    Files.createSymbolicLink(link, temp.resolve("nowhere"));

    assertThatThrownBy(() -> Keys.create(link))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("name a folder that does not exist yet");

    assertThat(namesIn(temp)).containsExactly("dangling");
  }

  @Test
  void bytesThatAreNoTextAreNamed() throws Exception {
    Keys.create(folder);
    Files.write(folder.resolve("payload.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThatThrownBy(() -> Keys.load(folder))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("payload.json is no complete Tink keyset");
  }

  @Test
  void aKeysetWithoutAPrimaryIsNamed() throws Exception {
    Keys.create(folder);
    String keyset = Files.readString(folder.resolve("payload.json"));
    write("payload.json", keyset.replaceFirst("(\"primaryKeyId\":\\s*)[0-9]+", "$11"));

    assertThatThrownBy(() -> Keys.load(folder))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("payload.json is no complete Tink keyset");
  }

  @Test
  void keysOfAnotherKindAreNamed() throws Exception {
    Keys.create(folder);
    write("payload.json", Files.readString(folder.resolve("digest.json")));

    assertThatThrownBy(() -> Keys.load(folder))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("payload.json holds keys for something else than Aead");
  }

  @Test
  void pinFilesThatDoNotBelongTogetherAreRefused() throws Exception {
    Keys.create(folder);
    Keys.create(temp.resolve("other"));
    write("pin-public.json", Files.readString(temp.resolve("other/pin-public.json")));

    assertThatThrownBy(() -> Keys.load(folder))
        .isInstanceOf(KeysUnusable.class)
        .hasMessageContaining("pin-public.json is not the public half of pin.json");
  }

  @Test
  void afterARotationOldPayloadsReadAndNewOnesCarryTheNewKey() throws Exception {
    List<Payload> old = Keys.create(folder).payloadCodec().encode(List.of(PLAIN));
    KeysetHandle both =
        KeysetHandle.newBuilder(
                TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(folder.resolve("payload.json")),
                    Primitives.ALL,
                    InsecureSecretKeyAccess.get()))
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary())
            .build();
    write(
        "payload.json",
        TinkJsonProtoKeysetFormat.serializeKeyset(
            both, Primitives.ALL, InsecureSecretKeyAccess.get()));

    Keys rotated = Keys.load(folder);
    List<Payload> fresh = rotated.payloadCodec().encode(List.of(PLAIN));

    assertThat(rotated.payloadCodec().decode(old)).containsExactly(PLAIN);
    assertThat(rotated.payloadCodec().decode(fresh)).containsExactly(PLAIN);
    assertThat(keyIdOf(fresh))
        .isEqualTo(Integer.toUnsignedString(both.getPrimary().getId()))
        .isNotEqualTo(keyIdOf(old));
  }

  @Test
  void digestsAreShortStableAndKeyed() throws Exception {
    KeyedDigest one = Keys.create(folder).digest();
    KeyedDigest other = Keys.create(temp.resolve("other")).digest();

    assertThat(one.of("plan")).matches("[0-9a-f]{32}").isEqualTo(one.of("plan"));
    assertThat(one.of("plan")).isNotEqualTo(one.of("plan ")).isNotEqualTo(other.of("plan"));
  }

  @Test
  void printingTheKeysShowsNone() throws Exception {
    assertThat(Keys.create(folder)).hasToString("Keys[" + folder + ", [redacted]]");
  }

  private void write(String name, String content) throws IOException {
    Files.write(folder.resolve(name), content.getBytes(UTF_8));
  }

  private static String keyIdOf(List<Payload> payloads) {
    return payloads.get(0).getMetadataMap().get("encryption-key-id").toStringUtf8();
  }

  private static String modeOf(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
