package dev.lanyard.activities.staffapi.client;

/** The company that the credentials belong to. */
public record Company(long id, String name) {}
