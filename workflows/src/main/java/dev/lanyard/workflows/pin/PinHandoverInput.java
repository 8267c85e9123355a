package dev.lanyard.workflows.pin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.time.Duration;

/**
 * A PIN that waits to be collected.
 *
 * @param readableFor how long it waits
 * @param readableAgainFor how long the one who collected it may ask again
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PinHandoverInput(
    EmployeeNumber employeeNumber,
    SealedPin pin,
    Duration readableFor,
    Duration readableAgainFor) {}
