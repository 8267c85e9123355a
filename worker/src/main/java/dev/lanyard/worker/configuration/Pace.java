package dev.lanyard.worker.configuration;

/**
 * How fast one task queue's activities go.
 *
 * @param concurrent at the same time in this worker
 * @param perSecond started per second by all workers of the queue together
 */
public record Pace(int concurrent, double perSecond) {}
