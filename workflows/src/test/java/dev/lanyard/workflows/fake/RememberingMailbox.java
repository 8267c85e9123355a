package dev.lanyard.workflows.fake;

import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.notification.NoticeSent;
import dev.lanyard.workflows.notification.NotificationActivities;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps every notice that it takes. */
public final class RememberingMailbox implements NotificationActivities {

  public final List<Notice> taken = new CopyOnWriteArrayList<>();
  public final AtomicInteger attempts = new AtomicInteger();
  public final FailuresAhead failures = new FailuresAhead();

  /** Set: the mail server is down, in passing. */
  public volatile String outage = "";

  /** What happens while a notice is on its way. */
  public volatile Runnable meanwhile = () -> {};

  @Override
  public NoticeSent notify(Notice notice) {
    attempts.incrementAndGet();
    meanwhile.run();
    failures.before(notice.kind());
    if (!outage.isEmpty()) {
      throw ApplicationFailure.newFailure("no answer", outage);
    }
    taken.add(notice);
    return new NoticeSent(1, 0);
  }

  public List<String> kinds() {
    return taken.stream().map(Notice::kind).toList();
  }
}
