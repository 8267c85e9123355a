package dev.lanyard.activities.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that nobody vouches for, made by the JDK's own tool. */
final class SelfSigned {

  private static final String PASSWORD = "s3cret-of-the-store";

  private final Path store;
  private final Path certificate;

  /**
   * @param name whom it is for, such as {@code ip:127.0.0.1}
   */
  SelfSigned(Path folder, String name) throws IOException, InterruptedException {
    store = folder.resolve("mail.p12");
    certificate = folder.resolve("mail.pem");
    keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=mail", "-ext", "san=" + name);
    keytool("-exportcert", "-rfc", "-file", certificate.toString());
  }

  private void keytool(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(words));
    command.addAll(
        List.of("-alias", "mail", "-keystore", store.toString(), "-storepass", PASSWORD));
    Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tool.waitFor()).as(said).isZero();
  }

  /** In PEM. */
  Path certificate() {
    return certificate;
  }

  SSLContext server() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
