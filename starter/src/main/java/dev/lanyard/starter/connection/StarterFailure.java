package dev.lanyard.starter.connection;

import java.util.Objects;

/** Something that keeps a command from its work, in words for the one who typed it. */
public class StarterFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param reason what is the matter; names the address, key or workflow, no personal value
   * @param remedy what to do about it; may be empty
   */
  public StarterFailure(String reason, String remedy) {
    this(reason, remedy, null);
  }

  public StarterFailure(String reason, String remedy, Throwable cause) {
    super(Objects.requireNonNull(reason, "reason"), cause);
    this.remedy = Objects.requireNonNull(remedy, "remedy");
  }

  public String reason() {
    return getMessage();
  }

  public String remedy() {
    return remedy;
  }
}
