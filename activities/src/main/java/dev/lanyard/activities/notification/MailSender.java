package dev.lanyard.activities.notification;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.notification.Notice;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Mails over SMTP: one connection for a notice, one envelope for each address. */
final class MailSender {

  /** Servers repeat the address in their words, and addresses stand in no error of ours. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

  private static final int LONGEST_WORDS = 200;

  private final MailSettings settings;
  private final Clock clock;

  MailSender(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sends one notice to each address by itself; what one server says of one address stops no other.
   *
   * @param delivered is told each address that the server took
   * @param failed is told each that it did not, or all of them when there was no connection
   */
  void send(
      Notice notice,
      NoticeText text,
      List<String> addresses,
      Consumer<String> delivered,
      Failed failed) {
    Session session = Session.getInstance(properties());
    try (SMTPTransport transport = connect(session)) {
      for (String address : addresses) {
        try {
          MimeMessage mail = mail(session, notice, text, address);
          transport.sendMessage(mail, mail.getAllRecipients());
          delivered.accept(address);
        } catch (MessagingException e) {
          failed.accept(address, failure(e, transport.getLastReturnCode()));
        }
      }
    } catch (DeliveryFailure noConnection) {
      addresses.forEach(address -> failed.accept(address, noConnection));
    } catch (MessagingException e) {
      // Closing alone: every address was told about.
      return;
    }
  }

  private SMTPTransport connect(Session session) throws DeliveryFailure {
    SMTPTransport transport = null;
    try {
      transport = (SMTPTransport) session.getTransport("smtp");
      if (settings.login().isPresent()) {
        MailLogin login = settings.login().get().get();
        transport.connect(settings.host(), settings.port(), login.username(), login.password());
      } else {
        transport.connect(settings.host(), settings.port(), null, null);
      }
      return transport;
    } catch (UncheckedIOException e) {
      // Its file is being replaced, or is gone: the group's webhooks have nothing to do with that.
      throw new DeliveryFailure(FailureTypes.MAIL_OUTAGE, false, e.getMessage());
    } catch (MessagingException e) {
      int code = transport == null ? -1 : transport.getLastReturnCode();
      throw e instanceof AuthenticationFailedException && code >= 500
          ? new DeliveryFailure(
              FailureTypes.MAIL_LOGIN_REJECTED,
              true,
              "the mail server refused user name or password (" + code + "); correct the file")
          : failure(e, code);
    }
  }

  private Properties properties() {
    Properties all = new Properties();
    String timeout = Long.toString(settings.timeout().toMillis());
    all.setProperty("mail.smtp.connectiontimeout", timeout);
    all.setProperty("mail.smtp.timeout", timeout);
    all.setProperty("mail.smtp.writetimeout", timeout);
    all.setProperty("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    boolean tls = settings.security() == MailSettings.Security.TLS;
    boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
    all.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
    all.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    all.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    settings
        .authority()
        .ifPresent(vouching -> all.put("mail.smtp.ssl.socketFactory", vouching.sockets()));
    // Goodbye without waiting for an answer: the mail was taken before.
    all.setProperty("mail.smtp.quitwait", "false");
    return all;
  }

  private MimeMessage mail(Session session, Notice notice, NoticeText text, String address)
      throws MessagingException {
    InternetAddress from = InternetAddress.parse(settings.from(), true)[0];
    String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    String utf8 = StandardCharsets.UTF_8.name();
    MimeMessage mail = new KnownMessage(session, id(MessageIds.notice(notice), domain));
    mail.setFrom(from);
    mail.setRecipient(MimeMessage.RecipientType.TO, InternetAddress.parse(address, true)[0]);
    mail.setSubject(text.subject(), utf8);
    mail.setText(text.body(), utf8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("References", id(MessageIds.run(notice), domain));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.saveChanges();
    return mail;
  }

  private static String id(String unique, String domain) {
    return "<" + unique + "@" + domain + ">";
  }

  /** 5xx is the server's last word; anything else, no answer among it, may pass. */
  private static DeliveryFailure failure(MessagingException e, int lastCode) {
    int code = code(e, lastCode);
    if (code >= 500 && code < 600) {
      return new DeliveryFailure(
          FailureTypes.MAIL_REFUSED, true, "the mail server answered " + words(e, code));
    }
    if (code >= 400) {
      return new DeliveryFailure(
          FailureTypes.MAIL_OUTAGE, false, "the mail server answered " + words(e, code));
    }
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new DeliveryFailure(
        FailureTypes.MAIL_OUTAGE,
        false,
        "no answer from the mail server (" + cause.getClass().getSimpleName() + ")");
  }

  /** What the server said of the address or the sender counts, before what it said last. */
  private static int code(MessagingException e, int lastCode) {
    for (Exception each = e; each instanceof MessagingException; each = next(each)) {
      if (each instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
      if (each instanceof SMTPSenderFailedException sender) {
        return sender.getReturnCode();
      }
    }
    if (e instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
      return send.getReturnCode();
    }
    return e instanceof SendFailedException ? lastCode : -1;
  }

  private static Exception next(Exception e) {
    return ((MessagingException) e).getNextException();
  }

  private static String words(MessagingException e, int code) {
    Exception deepest = e;
    while (deepest instanceof MessagingException outer && outer.getNextException() != null) {
      deepest = outer.getNextException();
    }
    String said = String.valueOf(deepest.getMessage());
    String safe = ADDRESS.matcher(OneLine.of(said, LONGEST_WORDS)).replaceAll("[address]");
    return safe.startsWith(Integer.toString(code))
        ? safe
        : String.format(Locale.ROOT, "%d: %s", code, safe);
  }

  /** Jakarta Mail draws an id of its own whenever a message is saved. */
  private static final class KnownMessage extends MimeMessage {

    private final String id;

    KnownMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /** One address that was not reached. */
  interface Failed {
    void accept(String address, DeliveryFailure failure);
  }
}
