package dev.lanyard.workflows.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/** The instant that an effective date came to, and the zone that it was read in. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EffectiveMoment(Instant at, String zone) {}
