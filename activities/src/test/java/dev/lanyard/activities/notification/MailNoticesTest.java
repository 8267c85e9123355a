package dev.lanyard.activities.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.notification.NoticeSent;
import io.temporal.failure.ApplicationFailure;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailNoticesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String MARIA = "maria@wash.example.com";
  private static final String SAM = "sam@wash.example.com";

  @TempDir Path folder;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final ScriptedSmtp scripted = new ScriptedSmtp();

  @AfterEach
  void stop() {
    server.stop();
    scripted.close();
  }

  private MailSettings mail() {
    server.start();
    return Notified.mail(server.getSmtp().getPort(), PATIENCE);
  }

  private MimeMessage onlyMail() {
    return Arrays.stream(server.getReceivedMessages()).reduce((a, b) -> null).orElseThrow();
  }

  @Test
  void anApprovalIsAskedWithAllThatIsNeededToAnswer() throws Exception {
    NoticeSent sent = Notified.mailing(mail(), MARIA).notify(Notified.approval("Jane Doe"));

    assertThat(sent).isEqualTo(new NoticeSent(1, 0));
    MimeMessage mail = onlyMail();
    assertThat(mail.getSubject())
        .isEqualTo("[Lanyard] Approval asked: May Jane Doe have this access?");
    assertThat(mail.getHeader("From")).containsExactly(Notified.FROM);
    assertThat(mail.getHeader("To")).containsExactly(MARIA);
    assertThat(mail.getHeader("Cc")).isNull();
    assertThat(mail.getHeader("Content-Type")).containsExactly("text/plain; charset=UTF-8");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(Notified.NOW));
    assertThat(mail.getContent().toString().replace("\r\n", "\n"))
        .isEqualTo(
            """
            Jane Doe, POS user ID 12345
            May Jane Doe have this access?

            - Backoffice sites: Wash 37135
            - Wage: 15.50 USD an hour

            To answer, type one of:
                ./lanyard approve hr-10442 --request 9f8e7d6c-1
                ./lanyard reject hr-10442 --request 9f8e7d6c-1

            Until Fri 2026-05-15 12:30 CDT.

            Run onboarding/hr-10442/1; sent to managers.""");
  }

  @Test
  void everyAddressGetsAMailOfItsOwnUnderOneId() throws Exception {
    assertThat(Notified.mailing(mail(), MARIA, SAM).notify(Notified.approval("Jane Doe")))
        .isEqualTo(new NoticeSent(2, 0));

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getHeader("To")).containsExactly(MARIA);
    assertThat(mails[1].getHeader("To")).containsExactly(SAM);
    assertThat(mails[0].getMessageID())
        .matches("<[0-9a-f]{32}@wash\\.example\\.com>")
        .isEqualTo(mails[1].getMessageID());
  }

  @Test
  void noticesOfOneRunReferToOneThreadAndHaveIdsOfTheirOwn() throws Exception {
    NotificationActivitiesImpl notifications = Notified.mailing(mail(), MARIA);
    Notice asked = Notified.approval("Jane Doe");
    Notice done =
        new Notice(
            "5e6f7a8b-2",
            Notice.DONE,
            asked.group(),
            asked.process(),
            asked.workflowId(),
            asked.employeeNumber(),
            "",
            "Access was given.",
            List.of(),
            asked.who(),
            Optional.empty(),
            List.of());
    notifications.notify(asked);
    notifications.notify(done);

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[1].getSubject())
        .isEqualTo("[Lanyard] Done: onboarding of Jane Doe, POS user ID 12345");
    assertThat(mails[0].getMessageID()).isNotEqualTo(mails[1].getMessageID());
    assertThat(mails[0].getHeader("References")).isEqualTo(mails[1].getHeader("References"));
  }

  @Test
  void whoHasANoticeAlreadyGetsItNoSecondTime() {
    NotificationActivitiesImpl notifications = Notified.mailing(mail(), MARIA);
    notifications.notify(Notified.approval("Jane Doe"));
    notifications.notify(Notified.approval("Jane Doe"));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aRepeatByAnotherWorkerHasTheSameId() throws Exception {
    MailSettings mail = mail();
    Notified.mailing(mail, MARIA).notify(Notified.approval("Jane Doe"));
    Notified.mailing(mail, MARIA).notify(Notified.approval("Jane Doe"));

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
  }

  @Test
  void lineEndsInANameMakeNoHeader() throws Exception {
    String name = "Jane\r\nBcc: dana@example.com\r\n\r\nDoe\u2028X-Other: 1";
    Notified.mailing(mail(), MARIA).notify(Notified.approval(name));

    MimeMessage mail = onlyMail();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getHeader("X-Other")).isNull();
    assertThat(mail.getSubject())
        .isEqualTo(
            "[Lanyard] Approval asked: May Jane  Bcc: dana@example.com    Doe X-Other: 1 have this"
                + " access?");
    assertThat(mail.getContent().toString().lines().skip(1).findFirst())
        .contains("May Jane  Bcc: dana@example.com    Doe X-Other: 1 have this access?");
  }

  @Test
  void namesOfEveryScriptArriveAsTheyAre() throws Exception {
    String name = "Zoë Łukasz 田中 \uD83D\uDE80";
    Notified.mailing(mail(), MARIA).notify(Notified.approval(name));

    MimeMessage mail = onlyMail();
    assertThat(mail.getHeader("Subject")[0]).matches("\\p{ASCII}+");
    assertThat(mail.getSubject()).contains("May " + name + " have this access?");
    assertThat(mail.getContent().toString()).contains(name + ", POS user ID 12345");
  }

  @Test
  void marksThatTurnTextAroundAreTakenOut() throws Exception {
    Notified.mailing(mail(), MARIA).notify(Notified.approval("Jane\u202E eoD"));
    assertThat(onlyMail().getSubject()).contains("May Jane  eoD have").doesNotContain("\u202E");
  }

  @Test
  void aGroupThatNobodyConfiguredIsSaidForGood() {
    Notice other = notice("operators");
    ApplicationFailure failure = failure(Notified.mailing(mail(), MARIA), other);
    assertThat(failure.getType()).isEqualTo(FailureTypes.NOTICE_UNADDRESSED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aGroupThatIsToBeToldNothingIsToldNothing() {
    NoticeSent sent =
        Notified.sending(Optional.empty(), new GroupAddresses(List.of(), List.of()))
            .notify(Notified.approval("Jane Doe"));
    assertThat(sent).isEqualTo(new NoticeSent(0, 0));
  }

  @Test
  void aServerThatIsDownIsAskedAgainAndThenTakesIt() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    NotificationActivitiesImpl notifications =
        Notified.mailing(Notified.mail(port, PATIENCE), MARIA);
    ApplicationFailure failure = failure(notifications, Notified.approval("Jane Doe"));
    assertThat(failure.getType()).isEqualTo(FailureTypes.MAIL_OUTAGE);
    assertThat(failure.isNonRetryable()).isFalse();

    GreenMail late = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    try {
      late.start();
      assertThat(notifications.notify(Notified.approval("Jane Doe")))
          .isEqualTo(new NoticeSent(1, 0));
      assertThat(late.getReceivedMessages()).hasSize(1);
    } finally {
      late.stop();
    }
  }

  @Test
  void anAddressThatIsRefusedForGoodStopsNoOther() {
    scripted.answers.put("RCPT TO:<" + MARIA, "550 5.1.1 <" + MARIA + "> unknown here");
    NotificationActivitiesImpl notifications =
        Notified.mailing(Notified.mail(scripted.port(), PATIENCE), MARIA, SAM);

    ApplicationFailure failure = failure(notifications, Notified.approval("Jane Doe"));

    assertThat(failure.getType()).isEqualTo(FailureTypes.MAIL_REFUSED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage())
        .isEqualTo(
            "the mail server answered 550 5.1.1 <[address]> unknown here (1 of 2 not reached)");
    assertThat(scripted.commands)
        .filteredOn(line -> line.startsWith("RCPT"))
        .containsExactly("RCPT TO:<" + MARIA + ">", "RCPT TO:<" + SAM + ">");
    assertThat(scripted.count("DATA")).isEqualTo(1);
  }

  @Test
  void aSenderOrATextThatIsRefusedForGoodIsNotRetried() {
    for (String command : List.of("MAIL", "DATA")) {
      scripted.answers.clear();
      scripted.answers.put(command, "554 5.7.1 not from you");
      ApplicationFailure failure =
          failure(
              Notified.mailing(Notified.mail(scripted.port(), PATIENCE), MARIA),
              Notified.approval("Jane Doe"));
      assertThat(failure.getType()).as(command).isEqualTo(FailureTypes.MAIL_REFUSED);
      assertThat(failure.isNonRetryable()).as(command).isTrue();
    }
  }

  @Test
  void aServerThatIsBusyIsAskedAgainForThoseAloneWhomItPutOff() {
    scripted.answers.put("RCPT TO:<" + MARIA, "451 4.7.1 greylisted");
    NotificationActivitiesImpl notifications =
        Notified.mailing(Notified.mail(scripted.port(), PATIENCE), MARIA, SAM);
    ApplicationFailure failure = failure(notifications, Notified.approval("Jane Doe"));
    assertThat(failure.getType()).isEqualTo(FailureTypes.MAIL_OUTAGE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getOriginalMessage()).contains("451 4.7.1 greylisted");

    scripted.answers.clear();
    assertThat(notifications.notify(Notified.approval("Jane Doe"))).isEqualTo(new NoticeSent(2, 0));
    assertThat(scripted.count("RCPT TO:<" + MARIA)).isEqualTo(2);
    assertThat(scripted.count("RCPT TO:<" + SAM)).isEqualTo(1);
  }

  @Test
  void aServerThatFallsSilentIsGivenUpAndAskedAgain() {
    scripted.answers.put("MAIL", ScriptedSmtp.SILENCE);
    ApplicationFailure failure =
        failure(
            Notified.mailing(Notified.mail(scripted.port(), SHORT), MARIA),
            Notified.approval("Jane Doe"));
    assertThat(failure.getType()).isEqualTo(FailureTypes.MAIL_OUTAGE);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getOriginalMessage()).contains("no answer from the mail server");
  }

  @Test
  void aServerThatOffersNoEncryptionIsToldNothing() {
    MailSettings encrypted =
        new MailSettings(
            "127.0.0.1",
            scripted.port(),
            MailSettings.Security.STARTTLS,
            Notified.FROM,
            Optional.of(() -> new MailLogin("lanyard", "s3cret-word")),
            PATIENCE);
    ApplicationFailure failure =
        failure(Notified.mailing(encrypted, MARIA), Notified.approval("Jane Doe"));
    assertThat(failure.getType()).isEqualTo(FailureTypes.MAIL_OUTAGE);
    assertThat(scripted.commands).noneMatch(line -> line.matches("(?i)(auth|mail|rcpt|data).*"));
  }

  @Test
  void aCertificateThatNobodyVouchesForEndsTheConnection() {
    GreenMail selfSigned = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    try {
      selfSigned.start();
      MailSettings encrypted =
          new MailSettings(
              "127.0.0.1",
              selfSigned.getSmtps().getPort(),
              MailSettings.Security.TLS,
              Notified.FROM,
              Optional.empty(),
              PATIENCE);
      ApplicationFailure failure =
          failure(Notified.mailing(encrypted, MARIA), Notified.approval("Jane Doe"));
      assertThat(failure.getOriginalMessage()).contains("SSLHandshakeException");
      assertThat(selfSigned.getReceivedMessages()).isEmpty();
    } finally {
      selfSigned.stop();
    }
  }

  @Test
  void startTlsDeliversWhereTheConfiguredAuthorityVouchesForTheServer() throws Exception {
    SelfSigned server = new SelfSigned(folder, "ip:127.0.0.1");
    startTls(server);

    assertThat(
            Notified.mailing(
                    encrypted(Optional.of(CertificateAuthority.in(server.certificate()))), MARIA)
                .notify(Notified.approval("Jane Doe")))
        .isEqualTo(new NoticeSent(1, 0));

    assertThat(scripted.commands.subList(1, scripted.commands.size() - 1))
        .first()
        .isEqualTo("STARTTLS");
    assertThat(scripted.commands)
        .filteredOn(line -> line.matches("(TLS )?(MAIL|RCPT|DATA|AUTH).*"))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).startsWith("TLS "));
  }

  @Test
  void startTlsTellsNothingToAServerThatNobodyVouchesForOrOfAnotherName() throws Exception {
    SelfSigned other = new SelfSigned(folder, "dns:mail.example.com");
    startTls(other);
    for (Optional<CertificateAuthority> authority :
        List.of(
            Optional.<CertificateAuthority>empty(),
            Optional.of(CertificateAuthority.in(other.certificate())))) {
      ApplicationFailure failure =
          failure(Notified.mailing(encrypted(authority), MARIA), Notified.approval("Jane Doe"));

      assertThat(failure.getType()).isEqualTo(FailureTypes.MAIL_OUTAGE);
    }
    assertThat(scripted.commands).noneMatch(line -> line.matches("(TLS )?(MAIL|RCPT|DATA|AUTH).*"));
  }

  @Test
  void fileWithoutACertificateIsNoAuthority() throws Exception {
    Path text = Files.writeString(folder.resolve("ca.pem"), "no certificate");

    assertThatThrownBy(() -> CertificateAuthority.in(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text.toString());
    assertThatThrownBy(() -> CertificateAuthority.in(folder.resolve("none.pem")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.pem cannot be read");
  }

  private void startTls(SelfSigned server) throws Exception {
    scripted.tls = server.server();
    scripted.answers.putAll(
        Map.of("EHLO", "250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN", "AUTH", "235 welcome"));
  }

  private MailSettings encrypted(Optional<CertificateAuthority> authority) {
    return new MailSettings(
        "127.0.0.1",
        scripted.port(),
        MailSettings.Security.STARTTLS,
        Notified.FROM,
        Optional.of(() -> new MailLogin("lanyard", "s3cret-word")),
        PATIENCE,
        authority);
  }

  @Test
  void loginThatCannotBeReadNowIsAnOutageAndStopsNoWebhook() throws Exception {
    Supplier<MailLogin> gone =
        () -> {
          throw new UncheckedIOException(
              "the secret's file /run/secrets/mail cannot be read (NoSuchFileException)",
              new IOException("NoSuchFileException"));
        };
    MailSettings mail =
        new MailSettings(
            "127.0.0.1",
            scripted.port(),
            MailSettings.Security.NONE,
            Notified.FROM,
            Optional.of(gone),
            PATIENCE);
    try (MockWebServer hook = new MockWebServer()) {
      hook.start();
      hook.enqueue(new MockResponse.Builder().code(204).build());
      WebhookTarget target =
          WebhookTarget.of("http://127.0.0.1:" + hook.getPort() + "/", () -> "s3cret-of-sixteen");

      ApplicationFailure failure =
          failure(
              Notified.sending(
                  Optional.of(mail), new GroupAddresses(List.of(MARIA), List.of(target))),
              Notified.approval("Jane Doe"));

      assertThat(failure.getType()).isEqualTo(FailureTypes.MAIL_OUTAGE);
      assertThat(failure.isNonRetryable()).isFalse();
      assertThat(failure.getOriginalMessage())
          .contains("/run/secrets/mail cannot be read", "(1 of 2 not reached)");
      assertThat(hook.getRequestCount()).isEqualTo(1);
    }
    assertThat(scripted.count("MAIL")).isZero();
  }

  @Test
  void noticeThatItsTemplateCannotTakeIsAFailureOfItsOwn() {
    Notice asked = Notified.approval("Jane Doe");
    for (Notice unwritable :
        List.of(
            of(asked, "sms", Optional.empty()),
            of(asked, Notice.APPROVAL_ASKED, Optional.of(Instant.MAX)))) {
      ApplicationFailure failure = failure(Notified.mailing(mail(), MARIA), unwritable);

      assertThat(failure.getType()).isEqualTo(FailureTypes.NOTICE_UNWRITABLE);
      assertThat(failure.isNonRetryable()).isTrue();
      assertThat(failure.getOriginalMessage()).contains(unwritable.kind() + ".mustache");
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private static Notice of(Notice one, String kind, Optional<Instant> until) {
    return new Notice(
        one.noticeId(),
        kind,
        one.group(),
        one.process(),
        one.workflowId(),
        one.employeeNumber(),
        one.requestId(),
        one.question(),
        one.detail(),
        one.who(),
        until,
        one.commands());
  }

  @Test
  void theLoginIsReadAnewForEveryConnectionAndARefusedOneIsFinal() {
    scripted.answers.putAll(
        Map.of("EHLO", "250-here\r\n250 AUTH PLAIN", "AUTH", "535 5.7.8 no such user"));
    List<String> passwords = new ArrayList<>();
    MailSettings mail =
        new MailSettings(
            "127.0.0.1",
            scripted.port(),
            MailSettings.Security.NONE,
            Notified.FROM,
            Optional.of(
                () -> {
                  passwords.add("asked");
                  return new MailLogin("lanyard", "s3cret-word");
                }),
            PATIENCE);
    ApplicationFailure failure =
        failure(Notified.mailing(mail, MARIA), Notified.approval("Jane Doe"));

    assertThat(failure.getType()).isEqualTo(FailureTypes.MAIL_LOGIN_REJECTED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).doesNotContain("s3cret");
    assertThat(passwords).hasSize(1);

    scripted.answers.put("AUTH", "235 welcome");
    assertThat(Notified.mailing(mail, MARIA).notify(Notified.approval("Jane Doe")))
        .isEqualTo(new NoticeSent(1, 0));
    assertThat(passwords).hasSize(2);
  }

  @Test
  void settingsThatWouldLeakOrHangAreRefused() {
    assertThatThrownBy(
            () ->
                new MailSettings(
                    "smtp.example.com",
                    25,
                    MailSettings.Security.NONE,
                    Notified.FROM,
                    Optional.empty(),
                    PATIENCE))
        .hasMessageContaining("loopback");
    assertThatThrownBy(() -> Notified.mail(25, Duration.ofMinutes(5)))
        .hasMessageContaining("at most 30s");
    for (String none :
        List.of("maria", "a@b.test, c@d.test", "x@y.test\r\nBcc: z@y.test", "all: a@b.test;")) {
      assertThatThrownBy(() -> new GroupAddresses(List.of(none), List.of()))
          .as(none)
          .hasMessage("mail[0] is no mail address");
    }
  }

  private static Notice notice(String group) {
    Notice like = Notified.approval("Jane Doe");
    return new Notice(
        like.noticeId(),
        like.kind(),
        group,
        like.process(),
        like.workflowId(),
        like.employeeNumber(),
        like.requestId(),
        like.question(),
        like.detail(),
        like.who(),
        like.until(),
        like.commands());
  }

  private static ApplicationFailure failure(NotificationActivitiesImpl by, Notice notice) {
    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> by.notify(notice));
    assertThat(failure).as("a failure").isNotNull();
    return failure;
  }
}
