package dev.lanyard.activities.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The mail server that takes our mails.
 *
 * @param from an address, or {@code Name <address>}
 * @param login asked anew for every connection, so that a changed password needs no restart
 * @param timeout for connecting, for each answer and for each write
 * @param authority who vouches for the server; empty: whom Java trusts
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    String from,
    Optional<Supplier<MailLogin>> login,
    Duration timeout,
    Optional<CertificateAuthority> authority) {

  /** For a server that a public authority vouches for. */
  public MailSettings(
      String host,
      int port,
      Security security,
      String from,
      Optional<Supplier<MailLogin>> login,
      Duration timeout) {
    this(host, port, security, from, login, timeout, Optional.empty());
  }

  /** How the connection is protected. */
  public enum Security {
    /** Plain at first; without STARTTLS nothing is sent. */
    STARTTLS,
    /** From the first byte. */
    TLS,
    /** Never: for a server on loopback alone. */
    NONE
  }

  /** Half of it and more would not fit an attempt that has several addresses to reach (guessed). */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /**
   * @throws IllegalArgumentException says what is wrong
   */
  public MailSettings {
    if (security == Security.NONE && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "security none is for a mail server on loopback only; use starttls or tls");
    }
    if (timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("timeout must be at most " + LONGEST.toSeconds() + "s");
    }
    if (!isAddress(from)) {
      throw new IllegalArgumentException("from is no mail address");
    }
  }

  /** Whether this is one address, with or without a name, that can stand in a header. */
  public static boolean isAddress(String text) {
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      if (parsed.length != 1
          || parsed[0].isGroup()
          || !parsed[0].getAddress().contains("@")
          || text.codePoints().anyMatch(Character::isISOControl)) {
        return false;
      }
      parsed[0].validate();
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", " + security + "]";
  }
}
