package dev.lanyard.workflows.backoffice.reading;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Which part of a tenant's list of sites, departments or permission templates?
 *
 * @param page counted from 1; 0 is 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ListingQuestion(int page) {

  public ListingQuestion {
    page = page == 0 ? 1 : page;
  }
}
