package dev.lanyard.workflows.onboarding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.Hire;

/** One hire to be carried out. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OnboardingInput(EmployeeNumber employeeNumber, Hire hire) {}
