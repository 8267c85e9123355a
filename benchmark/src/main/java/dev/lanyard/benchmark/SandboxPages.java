package dev.lanyard.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lanyard.sandbox.Sandbox;
import dev.lanyard.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Pages as the sandbox serves them, navigation and all, fetched by a client of its own. */
final class SandboxPages implements AutoCloseable {

  private final Sandbox sandbox;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private SandboxPages(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** A tenant with so many employees; logged in. */
  static SandboxPages ofTenantWith(int employees) throws IOException, InterruptedException {
    SandboxPages pages =
        new SandboxPages(Sandbox.start(SandboxOptions.defaults().withEmployees(employees)));
    pages.logIn();
    return pages;
  }

  /** Everybody in one answer (section 12.2). */
  byte[] roster() throws IOException, InterruptedException {
    return page("employee?active=all&limit=100000");
  }

  byte[] createPage() throws IOException, InterruptedException {
    return page("employee/create");
  }

  byte[] editPage(int employeeId) throws IOException, InterruptedException {
    return page("employee/edit/" + employeeId);
  }

  /** The list of all employees' e-mails (section 13.1). */
  byte[] userCreatePage() throws IOException, InterruptedException {
    return page("user/create");
  }

  private void logIn() throws IOException, InterruptedException {
    page("login");
    String form =
        "_username="
            + URLEncoder.encode(sandbox.backofficeUsername(), UTF_8)
            + "&_password="
            + URLEncoder.encode(sandbox.backofficePassword(), UTF_8);
    HttpRequest request =
        to("login_check")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
    if (answer.statusCode() != 302) {
      throw new IOException("the login was answered with " + answer.statusCode());
    }
  }

  private byte[] page(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = http.send(to(path).build(), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException("/" + path + " was answered with " + answer.statusCode());
      }
      return body.readAllBytes();
    }
  }

  private HttpRequest.Builder to(String path) {
    String base = sandbox.backofficeUrl().toString();
    return HttpRequest.newBuilder(URI.create(base.endsWith("/") ? base + path : base + "/" + path));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
