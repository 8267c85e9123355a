package dev.lanyard.activities.staffapi.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.staffapi.MovedClock;
import dev.lanyard.activities.staffapi.client.Authorization;
import dev.lanyard.activities.staffapi.client.RequestLimit;
import dev.lanyard.activities.staffapi.client.StaffApiClient;
import dev.lanyard.activities.staffapi.client.StaffApiException;
import dev.lanyard.activities.staffapi.client.StaffApiException.Kind;
import dev.lanyard.activities.staffapi.client.TokenEndpoint;
import dev.lanyard.secrets.Keys;
import dev.lanyard.secrets.TextSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AuthorizationsTest {

  @TempDir Path folder;

  private final MovedClock clock = new MovedClock();
  private TokenServer server;
  private Keys keys;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    server = new TokenServer();
    keys = Keys.create(folder.resolve("keys"));
    file = folder.resolve("staff-api").resolve("tokens");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void loginExchangesTheCodeAsAFormAndStoresTheTokens() throws IOException {
    authorizations().login(seal(), file, "good-c0de");

    assertThat(server.asked)
        .containsExactly(
            Map.of(
                "grant_type", "authorization_code",
                "code", "good-c0de",
                "client_id", "client-id",
                "client_secret", "client-s3cret",
                "redirect_uri", "http://127.0.0.1:8765/",
                "content-type", "application/x-www-form-urlencoded"));
    assertThat(client(ofLogin()).sites()).isEmpty();
    assertThat(server.letIn).containsExactly("GET access-1");
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void tokensAreUnreadableToOthersAndToTheEye() throws IOException {
    authorizations().login(seal(), file, "good-c0de");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("refresh-", "access-", "Token");
    assertThat(sealed().read().orElseThrow()).contains("refresh-1", "access-1");
    try (var files = Files.list(file.getParent())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("tokens", "tokens.lock");
    }
  }

  @Test
  void expiredTokenIsRenewedOnceForAllThatWaitAndEachRequestRepeatedOnce() throws Exception {
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient client = client(ofLogin());
    client.sites();
    server.expireAccess();
    server.letIn.clear();

    inParallel(12, () -> client.delete(454, () -> {}));

    assertThat(server.asked).hasSize(2);
    assertThat(server.letIn).hasSize(12).containsOnly("DELETE access-3");
  }

  @Test
  void rotatedRefreshTokenIsStoredBeforeItsAccessTokenIsUsed() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    server.expireAccess();
    List<String> storedWhenUsed = new ArrayList<>();
    server.onUse =
        token -> {
          try {
            storedWhenUsed.add(token + " " + sealed().read().orElseThrow());
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        };

    client(ofLogin()).sites();

    assertThat(storedWhenUsed)
        .singleElement()
        .asString()
        .startsWith("access-3 ")
        .contains("refresh-3", "\"access-3\"")
        .doesNotContain("refresh-1");
  }

  @Test
  void tokenIsRenewedBeforeItExpires() throws IOException {
    server.lifeSeconds = "\"600\"";
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient client = client(ofLogin());

    clock.waited(Duration.ofSeconds(530));
    client.sites();
    assertThat(server.asked).hasSize(1);
    clock.waited(Duration.ofSeconds(15));
    client.sites();

    assertThat(server.asked).hasSize(2);
    assertThat(server.letIn).containsExactly("GET access-1", "GET access-2");
  }

  @Test
  void refreshTokenThatDoesNotRotateStays() throws IOException {
    server.rotates = false;
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient client = client(ofLogin());
    for (int i = 0; i < 3; i++) {
      server.expireAccess();
      client.sites();
    }

    assertThat(server.asked).hasSize(4);
    assertThat(server.asked.get(3)).containsEntry("refresh_token", "refresh-0");
  }

  @Test
  void whatAnotherWorkerRenewedIsTakenUp() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient one = client(ofLogin());
    StaffApiClient other = client(ofLogin());
    one.sites();
    other.sites();
    server.expireAccess();

    one.sites();
    other.sites();

    assertThat(server.asked).hasSize(2);
    assertThat(server.letIn)
        .containsExactly("GET access-1", "GET access-1", "GET access-3", "GET access-3");
  }

  @Test
  void severalProcessesRenewOnce() throws Exception {
    authorizations().login(seal(), file, "good-c0de");
    server.expireAccess();
    List<Process> workers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      workers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OneRequest.class.getName(),
                  server.origin().base().toString(),
                  folder.resolve("keys").toString(),
                  file.toString())
              .redirectErrorStream(true)
              .start());
    }
    for (Process worker : workers) {
      String said = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(worker.waitFor()).as(said).isZero();
    }

    assertThat(server.asked).hasSize(2);
    assertThat(server.letIn).hasSize(3).containsOnly("GET access-3");
  }

  @Test
  void writeIsGuardedAfterEveryRenewal() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    server.expireAccess();
    List<Integer> tokenRequests = new ArrayList<>();

    client(ofLogin()).delete(454, () -> tokenRequests.add(server.asked.size()));

    assertThat(tokenRequests).containsExactly(1, 2);
    assertThat(server.letIn).containsExactly("DELETE access-3");
  }

  @Test
  void tokenThatExpiresAtOnceIsNotRenewedForEver() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    server.everythingIsExpired = true;

    assertFails(Kind.CREDENTIALS_REJECTED, () -> client(ofLogin()).sites(), "have expired");

    assertThat(server.asked).hasSize(2);
  }

  @Test
  void revokedRefreshTokenSaysWhatToDoAndNoSecret() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    server.expireAccess();
    server.revokeAll();

    assertFails(
        Kind.LOGIN_NEEDED,
        () -> client(ofLogin()).sites(),
        "POST /v1/token.json answered 400",
        "No such token: [redacted]",
        "Run ./lanyard staff login");
  }

  @Test
  void nobodyHasLoggedInYet() {
    assertFails(
        Kind.LOGIN_NEEDED,
        () -> client(ofLogin()).sites(),
        "Nobody has logged in",
        "Run ./lanyard staff login");
    assertThat(server.asked).isEmpty();
    assertThat(server.letIn).isEmpty();
  }

  @Test
  void usedCodeIsNoLogin() {
    assertFails(
        Kind.LOGIN_NEEDED, () -> authorizations().login(seal(), file, "old-c0de"), "answered 400");
    assertThat(file).doesNotExist();
  }

  @Test
  void fileThatDoesNotOpenWithOurKeysIsSaidAndKept() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    byte[] before = Files.readAllBytes(file);
    Keys others = Keys.create(folder.resolve("other-keys"));

    assertFails(
        Kind.LOGIN_NEEDED,
        () -> client(authorizations().ofLogin(others.textSeal("tokens"), file)).sites(),
        "does not open with our keys");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(server.letIn).isEmpty();
  }

  @Test
  void loginReplacesAFileThatDoesNotOpenWithOurKeys() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "of keys that are lost");

    authorizations().login(seal(), file, "good-c0de");

    assertThat(client(ofLogin()).sites()).isEmpty();
    assertThat(server.letIn).containsExactly("GET access-1");
  }

  @Test
  void workerThatIsCutShortStillStoresTheRotatedToken() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    Authorization shared = ofLogin();
    shared.header();
    server.expireAccess();

    Thread.currentThread().interrupt();
    try {
      shared.renewed("Bearer access-1");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(sealed().read().orElseThrow()).contains("refresh-3", "\"access-3\"");
    assertThat(client(ofLogin()).sites()).isEmpty();
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void tokensThatTheFileDoesNotTakeServeFromMemoryAndAreWrittenAtTheNextUse() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    List<String> warnings = new ArrayList<>();
    StaffApiClient client = client(authorizations().ofLogin(seal(), file, warnings::add));
    client.sites();
    Path inTheWay = inTheWayOf(file.resolveSibling("tokens.new"));

    for (int i = 0; i < 2; i++) {
      server.expireAccess();
      client.sites();
    }

    assertThat(server.letIn).containsExactly("GET access-1", "GET access-3", "GET access-5");
    assertThat(sealed().read().orElseThrow()).contains("refresh-1");
    assertThat(warnings)
        .hasSize(2)
        .allSatisfy(
            warning ->
                assertThat(warning)
                    .contains(file.toString(), "from memory", "Make room on that disk")
                    .doesNotContain("refresh-", "access-"));

    Files.delete(inTheWay);
    client.sites();

    assertThat(sealed().read().orElseThrow()).contains("refresh-5", "\"access-5\"");
    assertThat(warnings).hasSize(3).last().asString().contains("are in " + file + " again");
    assertThat(client(ofLogin()).sites()).isEmpty();
    assertThat(server.asked).hasSize(3);
  }

  @Test
  void folderInTheFilesPlaceLosesNoToken() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient client = client(ofLogin());
    Path inTheWay = inTheWayOf(file.resolveSibling("tokens.new"));
    server.expireAccess();
    client.sites();

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    Files.delete(file);
    inTheWay = inTheWayOf(file);
    client.sites();
    server.expireAccess();
    client.sites();
    Files.delete(inTheWay);
    Files.delete(file);
    client.sites();

    assertThat(server.letIn).endsWith("GET access-5", "GET access-5");
    assertThat(sealed().read().orElseThrow()).contains("refresh-5");
  }

  @Test
  void otherWorkersWaitForTokensThatOneHoldsInsteadOfSpendingTheOldOnes() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient one = client(ofLogin());
    StaffApiClient other = client(ofLogin());
    other.sites();
    Path inTheWay = inTheWayOf(file.resolveSibling("tokens.new"));
    server.expireAccess();
    one.sites();

    assertFails(
        Kind.OUTAGE, other::sites, "holds newer tokens", file.toString(), "Make room on that disk");
    assertThat(server.asked).hasSize(2);

    Files.delete(inTheWay);
    one.sites();
    assertThat(other.sites()).isEmpty();
    assertThat(server.asked).hasSize(2);
    assertThat(server.letIn).endsWith("GET access-3", "GET access-3");
  }

  @Test
  void loginMeanwhileCountsMoreThanTokensInMemory() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient client = client(ofLogin());
    Path inTheWay = inTheWayOf(file.resolveSibling("tokens.new"));
    server.expireAccess();
    client.sites();
    Files.delete(inTheWay);

    authorizations().login(seal(), file, "good-c0de");
    client.sites();

    assertThat(sealed().read().orElseThrow()).contains("\"access-4\"");
    assertThat(client(ofLogin()).sites()).isEmpty();
    assertThat(server.letIn).endsWith("GET access-4");
  }

  /** A folder that is not empty can neither be replaced nor deleted, by root neither. */
  private static Path inTheWayOf(Path file) throws IOException {
    return Files.createFile(Files.createDirectory(file).resolve("in-the-way"));
  }

  @Test
  void rateLimitOfATokenRequestHoldsBackEveryRequest() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient client = client(ofLogin());
    server.expireAccess();
    server.limitsNextToken = true;

    assertFails(Kind.RATE_LIMITED, client::sites, "POST /v1/token.json answered 429");
    assertFails(Kind.RATE_LIMITED, client::sites, "was not sent");
    clock.waited(Duration.ofSeconds(61));
    assertThat(client.sites()).isEmpty();

    assertThat(server.asked).hasSize(3);
  }

  @Test
  void failedRenewalIsSharedByAllThatWaitedForItAndTriedAgainByTheNext() throws Exception {
    List<Thread> waiting = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger asked = new AtomicInteger();
    SharedToken shared =
        new SharedToken(
            good -> {
              asked.incrementAndGet();
              while (waiting.size() == 4
                  && waiting.stream().filter(one -> one.getState() == Thread.State.WAITING).count()
                      < 3) {
                Thread.onSpinWait();
              }
              throw new StaffApiException(Kind.OUTAGE, "token.json is down");
            },
            clock);

    inParallel(
        4,
        () -> {
          waiting.add(Thread.currentThread());
          while (waiting.size() < 4) {
            Thread.onSpinWait();
          }
          assertFails(Kind.OUTAGE, shared::header, "token.json is down");
          return null;
        });
    assertThat(asked).hasValue(1);

    waiting.clear();
    assertFails(Kind.OUTAGE, shared::header, "token.json is down");
    assertThat(asked).hasValue(2);
  }

  @Test
  void lostAnswerToARefreshIsAnOutageAndTheStoredTokenIsTriedAgain() throws IOException {
    authorizations().login(seal(), file, "good-c0de");
    StaffApiClient client = client(ofLogin());
    server.expireAccess();
    server.losesNextAnswer = true;

    assertFails(Kind.OUTAGE, client::sites, "POST /v1/token.json got no complete answer");
    assertThat(client.sites()).isEmpty();

    assertThat(server.asked).hasSize(3);
    assertThat(server.asked.get(2)).containsEntry("refresh_token", "refresh-1");
  }

  @Test
  void wrongClientIsNoQuestionOfTheLogin() throws IOException {
    Authorizations wrong =
        new Authorizations(
            server.endpoint(clock),
            () -> new TokenEndpoint.Client("id", "wr0ng-s3cret", "u"),
            clock);

    assertFails(
        Kind.CREDENTIALS_REJECTED,
        () -> client(wrong.ofClient()).sites(),
        "answered 401",
        "invalid_client; [redacted]");
  }

  @Test
  void clientAloneGetsTokensAndKeepsNone() {
    StaffApiClient client = client(authorizations().ofClient());
    client.sites();
    client.sites();

    assertThat(server.asked)
        .containsExactly(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "client-id",
                "client_secret", "client-s3cret",
                "content-type", "application/x-www-form-urlencoded"));
    assertThat(file).doesNotExist();
  }

  @Test
  void lifeThatIsNoNumberIsNotGuessed() {
    server.lifeSeconds = "null";

    assertFails(Kind.CHANGED, () -> client(authorizations().ofClient()).sites(), "\"/expires_in\"");
  }

  @Test
  void nothingPrintsASecret() throws IOException {
    assertThat(List.of(TokenServer.CLIENT, sealed(), ofLogin(), authorizations().ofClient()))
        .allSatisfy(
            holder ->
                assertThat(holder.toString()).doesNotContain("s3cret", "refresh-", "access-"));
  }

  private Authorizations authorizations() {
    return new Authorizations(server.endpoint(clock), () -> TokenServer.CLIENT, clock);
  }

  private Authorization ofLogin() {
    return authorizations().ofLogin(seal(), file);
  }

  private TextSeal seal() {
    return keys.textSeal("tokens");
  }

  private SealedFile sealed() {
    return new SealedFile(seal(), file);
  }

  private StaffApiClient client(Authorization authorization) {
    return new StaffApiClient(
        server.origin(), authorization, 5678, Duration.ofSeconds(20), RequestLimit.NONE, clock);
  }

  private static void inParallel(int count, Callable<?> act) throws Exception {
    CyclicBarrier together = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ends.add(
            threads.submit(
                () -> {
                  together.await();
                  return act.call();
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertFails(Kind kind, ThrowingCallable act, String... words) {
    StaffApiException failure = catchThrowableOfType(StaffApiException.class, act);
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessageContainingAll(words)
        .hasMessageNotContainingAny("s3cret", "refresh-1", "refresh-0", "access-");
  }
}
