package dev.lanyard.workflows.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** What an examination of both systems found; one failing system does not hide the other. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DoctorReport(List<ExaminedSystem> systems) {

  public DoctorReport {
    systems = systems == null ? List.of() : List.copyOf(systems);
  }

  /** How many checks of both systems ended like this. */
  public long count(CheckResult result) {
    return systems.stream().mapToLong(system -> system.checks(result).size()).sum();
  }
}
