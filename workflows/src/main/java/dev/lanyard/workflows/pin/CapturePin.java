package dev.lanyard.workflows.pin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import java.util.Optional;

/** Draw a PIN, or take the caller's. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CapturePin(EmployeeNumber employeeNumber, Optional<SealedPin> chosen) {}
