package dev.lanyard.workflows.doctor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How thoroughly to look.
 *
 * @param comparedEmployees of how many employees with some, not all, sites the edit page is
 *     compared with the roster; 0 to {@link #MOST_COMPARED}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DoctorRequest(int comparedEmployees) {

  /** Enough to see that boxes mean what they seem to mean (guessed). */
  public static final int USUALLY_COMPARED = 3;

  /** Each is one more page of somebody; a look must stay a look (guessed). */
  public static final int MOST_COMPARED = 20;
}
