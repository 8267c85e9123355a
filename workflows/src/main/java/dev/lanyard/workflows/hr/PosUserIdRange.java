package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** POS user IDs from one to another, both included. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PosUserIdRange(int from, int to) {

  public boolean contains(int id) {
    return id >= from && id <= to;
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
