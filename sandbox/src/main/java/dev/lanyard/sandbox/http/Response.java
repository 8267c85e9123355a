package dev.lanyard.sandbox.http;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer. Headers may repeat.
 *
 * @param chunked whether the body goes out in chunks (as Backoffice does) or with its length
 */
public record Response(int status, List<Header> headers, Body body, boolean chunked) {
  /** Guessed: a few network packets. */
  private static final int BUFFER = 16 * 1024;

  public record Header(String name, String value) {}

  public Response {
    headers = List.copyOf(headers);
  }

  public static Response empty(int status) {
    return new Response(status, List.of(), new Body.Bytes(new byte[0]), false);
  }

  public static Response html(int status, String page) {
    return page(status, Body.of(page));
  }

  /** A page that is made while it is sent. */
  public static Response html(int status, Part page) {
    return page(
        status,
        out -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
          page.writeTo(writer);
          writer.flush();
        });
  }

  private static Response page(int status, Body body) {
    return new Response(
        status, List.of(new Header("Content-Type", "text/html; charset=UTF-8")), body, true);
  }

  public static Response json(int status, String document) {
    return new Response(
        status, List.of(new Header("Content-Type", "application/json")), Body.of(document), false);
  }

  public Response with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Response(status, more, body, chunked);
  }

  public Response withBody(String text) {
    return new Response(status, headers, Body.of(text), chunked);
  }

  public String text() {
    return new String(body.whole(), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Response[" + status + "]";
  }
}
