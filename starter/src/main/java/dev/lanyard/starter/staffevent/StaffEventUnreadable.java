package dev.lanyard.starter.staffevent;

import java.util.List;

/** A delivery that is no staff event; every problem is named with its place, and no value. */
public final class StaffEventUnreadable extends Exception {
  private static final long serialVersionUID = 1L;

  StaffEventUnreadable(List<String> problems) {
    super("no staff event: " + String.join("; ", problems));
  }
}
