package dev.lanyard.activities.notification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who vouches for a mail server that no public authority vouches for. Those of the file count
 * alone; the server's name is checked all the same.
 */
public final class CertificateAuthority {

  private final Path file;
  private final SSLSocketFactory sockets;

  private CertificateAuthority(Path file, SSLSocketFactory sockets) {
    this.file = file;
    this.sockets = sockets;
  }

  /**
   * @param file X.509 certificates in PEM, one or more
   * @throws IllegalArgumentException names the file and what is wrong with it
   */
  public static CertificateAuthority in(Path file) {
    Collection<? extends Certificate> certificates;
    try (InputStream text = Files.newInputStream(file)) {
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(file + " holds no X.509 certificates in PEM", e);
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no certificate");
    }
    return new CertificateAuthority(file, trusting(certificates));
  }

  private static SSLSocketFactory trusting(Collection<? extends Certificate> certificates) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : certificates) {
        store.setCertificateEntry(Integer.toString(store.size()), certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java has TLS and a store in memory", e);
    }
  }

  SSLSocketFactory sockets() {
    return sockets;
  }

  @Override
  public String toString() {
    return "CertificateAuthority[" + file + "]";
  }
}
