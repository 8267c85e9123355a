package dev.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** 50,000 people in a process that could not hold their roster as text. */
class ScaleTest {
  @Test
  void fiftyThousandPeopleFitASmallHeapAndTheirRosterIsStreamed()
      throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx72m", // less than the whole roster has bytes
                "-cp",
                classPath,
                StateFileTest.Launch.class.getName(),
                "--backoffice-port=0",
                "--staff-api-port=0",
                "--employees=50000",
                "--set=bulkyNavigation=false",
                "--json")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      JsonNode told = new ObjectMapper().readTree(out.readLine());
      Browser browser = new Browser(URI.create(told.at("/backoffice/url").asText()));
      browser.logIn(
          told.at("/backoffice/username").asText(), told.at("/backoffice/password").asText());

      assertThat(
              browser
                  .get("/employee?posUserId=119997&active=all")
                  .document()
                  .select("td.employees-col-pos-user-id")
                  .eachText())
          .containsExactly("119997");
      assertThat(bytes(told, browser)).isGreaterThan(72L * 1024 * 1024);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private static long bytes(JsonNode told, Browser browser) throws IOException {
    HttpURLConnection whole =
        (HttpURLConnection)
            URI.create(told.at("/backoffice/url").asText() + "/employee?limit=100000&active=all")
                .toURL()
                .openConnection();
    whole.setRequestProperty("Cookie", "PHPSESSID=" + browser.cookies().get(0).value());
    long count = 0;
    byte[] tail = new byte[0];
    try (InputStream body = whole.getInputStream()) {
      byte[] buffer = new byte[1 << 16];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        count += read;
        tail = Arrays.copyOfRange(buffer, Math.max(0, read - 8), read);
      }
    }
    assertThat(new String(tail, StandardCharsets.UTF_8)).endsWith("</html>\n");
    return count;
  }
}
