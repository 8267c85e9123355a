package dev.lanyard.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer. Headers may repeat.
 *
 * @param chunked whether the body goes out in chunks (as Backoffice does) or with its length
 */
public record Response(int status, List<Header> headers, byte[] body, boolean chunked) {
  public record Header(String name, String value) {}

  public Response {
    headers = List.copyOf(headers);
  }

  public static Response empty(int status) {
    return new Response(status, List.of(), new byte[0], false);
  }

  public static Response html(int status, String page) {
    return text(status, "text/html; charset=UTF-8", page, true);
  }

  public static Response json(int status, String document) {
    return text(status, "application/json", document, false);
  }

  private static Response text(int status, String type, String text, boolean chunked) {
    return new Response(
        status,
        List.of(new Header("Content-Type", type)),
        text.getBytes(StandardCharsets.UTF_8),
        chunked);
  }

  public Response with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Response(status, more, body, chunked);
  }

  public Response withBody(String text) {
    return new Response(status, headers, text.getBytes(StandardCharsets.UTF_8), chunked);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Response[" + status + "]";
  }
}
