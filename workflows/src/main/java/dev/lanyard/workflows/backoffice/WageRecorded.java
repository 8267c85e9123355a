package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The newest row of the history, as read back.
 *
 * @param written false when it stood there already
 * @param moved whether its effective date is another than the requested one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WageRecorded(boolean written, Wage newest, boolean moved) {}
