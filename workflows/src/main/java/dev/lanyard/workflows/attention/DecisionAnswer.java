package dev.lanyard.workflows.attention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Whether a decision counted, and if not why; it changed nothing then. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DecisionAnswer(boolean accepted, String reason) {}
