package dev.lanyard.workflows.hr;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One thing that is wrong with what somebody handed in.
 *
 * @param field the record component's name, such as {@code posUserId}
 * @param message what is wrong and what would be right; never the personal value itself
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InputProblem(String field, String message) {}
