package dev.lanyard.workflows.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Something that nobody had written down of this system (section 21), and what this tenant says.
 *
 * @param answered false when the answer says why there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OpenQuestion(String topic, boolean answered, String answer) {}
