package dev.lanyard.worker;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What everything in this process logs meanwhile. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  CapturedLog() {
    start();
    root.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(event.getFormattedMessage());
    for (IThrowableProxy why = event.getThrowableProxy(); why != null; why = why.getCause()) {
      line.append(' ').append(why.getMessage());
    }
    lines.add(line.toString());
  }

  boolean shows(String secret) {
    return lines.stream().anyMatch(line -> Payloads.shows(line, secret));
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
