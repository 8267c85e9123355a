package dev.lanyard.workflows.reservation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.PosUserId;

/**
 * @param holder the workflow id of the run that waits
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reservation(String holder, PosUserId posUserId) {}
