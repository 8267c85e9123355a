package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A Backoffice site by its id, with the name under which it was chosen (a label, never the key).
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SiteRef(int id, String name) {}
