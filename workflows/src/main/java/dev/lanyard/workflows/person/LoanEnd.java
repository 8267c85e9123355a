package dev.lanyard.workflows.person;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.access.AccessSnapshot;
import dev.lanyard.workflows.hr.Transfer;

/**
 * The end of a loan to other sites: what the transfer changed becomes as it was.
 *
 * @param before what both systems showed before the transfer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LoanEnd(Transfer transfer, AccessSnapshot before) {}
