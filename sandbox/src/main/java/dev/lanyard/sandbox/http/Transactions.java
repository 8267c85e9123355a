package dev.lanyard.sandbox.http;

import java.util.function.Supplier;

/** How a request's changes become permanent. */
public interface Transactions {
  /** Runs alone; what it changed is kept (and on disk, if a state file was asked for) on return. */
  Response commit(Supplier<Response> work);

  /** Runs alone; what it changed is taken back. */
  Response rehearse(Supplier<Response> work);
}
