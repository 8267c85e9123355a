package dev.lanyard.workflows;

import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import java.util.Optional;

/**
 * What came with a signal. It is taken raw, since the SDK drops what it cannot decode without a
 * word; the codec has been applied by then.
 */
public final class Signals {

  private Signals() {}

  /**
   * @param raw null when the signal was sent without any argument, which Temporal UI allows
   * @return empty when there is nothing, or nothing of this type
   */
  public static <T> Optional<T> read(RawValue raw, Class<T> type) {
    if (raw == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(
          DefaultDataConverter.newDefaultInstance().fromPayload(raw.getPayload(), type, type));
    } catch (DataConverterException unreadable) {
      return Optional.empty();
    }
  }
}
