package dev.lanyard.launcher.demo;

/** Something that the demo shows is not as it has to be. */
final class DemoFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailed(String message) {
    super(message);
  }
}
