package dev.lanyard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium of this machine, driven through its DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Guessed: a busy machine's slowest page, many times over. */
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();

  private Chromium(Process process, URI page) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
  }

  /**
   * @param binary such as the value of {@code -Dchromium=}
   */
  static Chromium start(String binary, Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                binary,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--window-size=1280,1600",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String marker = "DevTools listening on ws://";
    String line = out.readLine();
    while (line != null && !line.contains(marker)) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException(binary + " ended without a DevTools address");
    }
    Thread drain = new Thread(() -> out.lines().forEach(unread -> {}), "chromium-output");
    drain.setDaemon(true);
    drain.start();
    String host = line.substring(line.indexOf(marker) + marker.length()).replaceAll("/.*", "");
    JsonNode targets =
        JSON.readTree(
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create("http://" + host + "/json")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    for (JsonNode target : targets) {
      if (target.path("type").asText().equals("page")) {
        Chromium started =
            new Chromium(process, URI.create(target.path("webSocketDebuggerUrl").asText()));
        started.call("Page.enable", JSON.createObjectNode());
        return started;
      }
    }
    process.destroyForcibly();
    throw new IOException("Chromium has no page: " + targets);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void take(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      if (json.has("id")) {
        answers.remove(json.get("id").asInt()).complete(json);
      } else if (json.path("method").asText().equals("Page.loadEventFired")) {
        loaded.complete(null);
      }
    } catch (IOException foreign) {
      answers.values().forEach(answer -> answer.completeExceptionally(foreign));
    }
  }

  private JsonNode call(String method, ObjectNode parameters) throws IOException {
    int id = calls.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode request = JSON.createObjectNode().put("id", id).put("method", method);
    request.set("params", parameters);
    socket.sendText(request.toString(), true).join();
    JsonNode json = await(answer);
    if (json.has("error")) {
      throw new IOException(method + ": " + json.get("error"));
    }
    return json.path("result");
  }

  private static <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("Chromium did not answer", failed);
    }
  }

  /** Returns when the page has loaded. */
  void open(String address) throws IOException {
    loaded = new CompletableFuture<>();
    call("Page.navigate", JSON.createObjectNode().put("url", address));
    await(loaded);
  }

  /** Runs a script in the page; its value as JSON. */
  JsonNode run(String script) throws IOException {
    JsonNode result =
        call(
            "Runtime.evaluate",
            JSON.createObjectNode().put("expression", script).put("returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IOException(script + ": " + result.get("exceptionDetails"));
    }
    return result.at("/result/value");
  }

  private static String one(String selector) {
    return "document.querySelector(" + JSON.valueToTree(selector) + ")";
  }

  /** A click as a person does it: at the place where the element stands. */
  void click(String selector) throws IOException {
    JsonNode at =
        run(
            "(() => { const e = "
                + one(selector)
                + "; e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
                + " return {x: r.x + r.width / 2, y: r.y + r.height / 2, w: r.width}; })()");
    if (at.path("w").asDouble() == 0) {
      throw new IOException(selector + " cannot be seen");
    }
    for (String type : new String[] {"mousePressed", "mouseReleased"}) {
      call(
          "Input.dispatchMouseEvent",
          JSON.createObjectNode()
              .put("type", type)
              .put("button", "left")
              .put("clickCount", 1)
              .put("x", at.path("x").asDouble())
              .put("y", at.path("y").asDouble()));
    }
  }

  /** A click that leads to another page; returns when that has loaded. */
  void follow(String selector) throws IOException {
    loaded = new CompletableFuture<>();
    CompletableFuture<Void> next = loaded;
    click(selector);
    await(next);
  }

  /** Types into an emptied input. */
  void type(String selector, String text) throws IOException {
    run("(() => { const e = " + one(selector) + "; e.focus(); e.value = ''; })()");
    call("Input.insertText", JSON.createObjectNode().put("text", text));
  }

  /** Chooses an option by its text. */
  void choose(String selector, String option) throws IOException {
    run(
        "(() => { const e = "
            + one(selector)
            + "; const o = [...e.options].find(o => o.text.trim() === "
            + JSON.valueToTree(option)
            + "); o.selected = true; e.dispatchEvent(new Event('change', {bubbles: true})); })()");
  }

  String text(String selector) throws IOException {
    return run(one(selector) + ".innerText").asText();
  }

  String path() throws IOException {
    return run("location.pathname").asText();
  }

  void screenshot(Path file) throws IOException {
    Files.write(
        file,
        Base64.getDecoder()
            .decode(
                call(
                        "Page.captureScreenshot",
                        JSON.createObjectNode()
                            .put("format", "png")
                            .put("captureBeyondViewport", false))
                    .path("data")
                    .asText()));
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
