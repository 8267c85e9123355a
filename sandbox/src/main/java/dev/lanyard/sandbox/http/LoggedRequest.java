package dev.lanyard.sandbox.http;

import java.time.Instant;

/**
 * One line of the request list; never holds a body.
 *
 * @param system {@code backoffice} or {@code staff-api}
 * @param path without the query
 * @param status null while the request is being served; 0 when the connection was cut
 * @param fault the kind of fault that was played on it; null when none was
 */
public record LoggedRequest(
    String system,
    String method,
    String path,
    String query,
    Integer status,
    String fault,
    Instant at) {}
