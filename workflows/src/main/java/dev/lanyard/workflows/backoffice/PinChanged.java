package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The record has the PIN. {@code written} is false when it had it already. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PinChanged(boolean written) {}
