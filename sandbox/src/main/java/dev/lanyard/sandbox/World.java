package dev.lanyard.sandbox;

import dev.lanyard.sandbox.http.Faults;
import dev.lanyard.sandbox.http.RemoteSystem;
import dev.lanyard.sandbox.http.Response;
import dev.lanyard.sandbox.http.Transactions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One change at a time over both systems, on disk before it is answered. */
final class World implements Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(World.class);

  private final ReentrantLock lock = new ReentrantLock(true);
  private final List<RemoteSystem> systems;
  private final Settings settings;
  private final Faults faults;
  private final Optional<StateFile> file;

  World(List<RemoteSystem> systems, Settings settings, Faults faults, Optional<StateFile> file) {
    this.settings = settings;
    this.faults = faults;
    this.systems = systems;
    this.file = file;
  }

  @Override
  public Response commit(Supplier<Response> work) {
    lock.lock();
    try {
      List<Runnable> undo = savepoints();
      boolean kept = false;
      try {
        Response response = work.get();
        if (takeChanged()) {
          save();
        }
        kept = true;
        systems.forEach(RemoteSystem::committed);
        return response;
      } catch (IOException full) {
        LOG.error("The state file cannot be written; the change was taken back", full);
        return Response.html(500, "The sandbox's state file cannot be written: see its log.");
      } finally {
        if (!kept) {
          undo.forEach(Runnable::run);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Response rehearse(Supplier<Response> work) {
    return alone(
        () -> {
          List<Runnable> undo = savepoints();
          try {
            return work.get();
          } finally {
            undo.forEach(Runnable::run);
          }
        });
  }

  /** For readers. */
  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Writes the state file, if there is one. */
  void save() throws IOException {
    if (file.isPresent()) {
      lock.lock();
      try {
        file.get().write(systems, settings.changes(), faults.describe(Json.MAPPER));
      } finally {
        lock.unlock();
      }
    }
  }

  private List<Runnable> savepoints() {
    return systems.stream().map(RemoteSystem::savepoint).toList();
  }

  private boolean takeChanged() {
    boolean changed = settings.takeChanged() | faults.takeChanged();
    for (RemoteSystem system : systems) {
      changed |= system.takeChanged();
    }
    return changed;
  }
}
