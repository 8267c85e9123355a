package dev.lanyard.starter.follow;

/** The one who follows was told to stop. The run itself goes on. */
public final class FollowingInterrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FollowingInterrupted() {
    super("interrupted while following");
  }
}
