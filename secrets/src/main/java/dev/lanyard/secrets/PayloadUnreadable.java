package dev.lanyard.secrets;

import io.temporal.common.converter.DataConverterException;

/**
 * An encrypted payload that will never be readable here: altered, or moved from another workflow.
 * As a {@link DataConverterException} it makes the SDK log and drop a signal that carries it, so
 * that a forged signal cannot block its workflow; everything else fails its task.
 */
public final class PayloadUnreadable extends DataConverterException {
  private static final long serialVersionUID = 1L;

  PayloadUnreadable(String message) {
    super(message);
  }
}
