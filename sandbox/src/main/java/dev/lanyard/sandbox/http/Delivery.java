package dev.lanyard.sandbox.http;

/** An answer and how much of it reaches the caller. */
public record Delivery(Response response, Extent extent) {
  public enum Extent {
    WHOLE,
    /** Half of the body, then the connection is closed. */
    HALF,
    /** Nothing: the connection is closed before the status line. */
    NONE
  }

  public static Delivery whole(Response response) {
    return new Delivery(response, Extent.WHOLE);
  }

  static Delivery half(Response response) {
    return new Delivery(response, Extent.HALF);
  }

  static Delivery none() {
    return new Delivery(Response.empty(0), Extent.NONE);
  }
}
