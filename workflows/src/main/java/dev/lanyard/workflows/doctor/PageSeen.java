package dev.lanyard.workflows.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One answer of an examination, for the report alone.
 *
 * @param what the check or the open question that it was asked for
 * @param path without query, ids left out, such as {@code /employee/edit/<id>}
 * @param bytes of the page, unpacked
 * @param gzip whether it came packed
 * @param millis from the request to the last byte
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PageSeen(
    String what, String path, int status, long bytes, boolean gzip, long millis) {}
