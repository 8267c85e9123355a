package dev.lanyard.activities.backoffice.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an answer came, apart from what it says.
 *
 * @param path without query
 * @param bytes of the body, unpacked
 * @param gzip whether it came packed
 * @param server what the server calls itself
 * @param date the server's clock, in whole seconds
 * @param received our clock when the last byte was there
 * @param took from the request to the last byte
 */
public record Seen(
    String path,
    int status,
    long bytes,
    boolean gzip,
    Optional<String> server,
    Optional<Instant> date,
    Instant received,
    Duration took) {}
