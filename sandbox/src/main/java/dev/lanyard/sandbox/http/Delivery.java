package dev.lanyard.sandbox.http;

/**
 * An answer and how much of it reaches the caller.
 *
 * @param cutAt for {@link Extent#PART} after how many bytes of the body; -1 for half of them
 */
public record Delivery(Response response, Extent extent, int cutAt) {
  public enum Extent {
    WHOLE,
    /** The beginning of the body, then the connection is closed. */
    PART,
    /** Nothing: the connection is closed before the status line. */
    NONE
  }

  public static Delivery whole(Response response) {
    return new Delivery(response, Extent.WHOLE, -1);
  }

  static Delivery cut(Response response, int at) {
    return new Delivery(response, Extent.PART, at);
  }

  static Delivery none() {
    return new Delivery(Response.empty(0), Extent.NONE, -1);
  }
}
