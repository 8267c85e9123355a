package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.hr.EmployeeNumber;

/**
 * Give a revoked staff member exactly the access of the snapshot. A grant: whoever asks for it
 * needs its own approval.
 *
 * @param access as {@code locate staff member} or {@code revoke staff member} saw it before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RestoreStaffMember(EmployeeNumber employeeNumber, StaffAccess access) {}
