package dev.lanyard.workflows.backoffice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the roster's Access column says: a template's name. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TemplateGranted(boolean written, String rosterAccess) {}
