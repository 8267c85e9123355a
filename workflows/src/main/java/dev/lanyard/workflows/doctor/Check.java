package dev.lanyard.workflows.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One thing that was looked at. Names nobody: no person's name, phone number, e-mail address, POS
 * user ID or PIN; at most an internal employee id.
 *
 * @param id such as {@code create-page}; the same in every version
 * @param path what was asked, without a query; may be empty
 * @param finding in plain words
 * @param remedy what to do about it; empty when there is nothing to do
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Check(String id, String path, CheckResult result, String finding, String remedy) {

  public Check {
    path = path == null ? "" : path;
    result = result == null ? CheckResult.UNKNOWN : result;
    finding = finding == null ? "" : finding;
    remedy = remedy == null ? "" : remedy;
  }
}
