package dev.lanyard.activities.backoffice.page;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A preset of a web user's permissions; its tokens stand in the page (section 13.3). */
public record WebTemplate(int id, String name, SortedSet<String> tokens) {

  public WebTemplate {
    tokens = Collections.unmodifiableSortedSet(new TreeSet<>(tokens));
  }
}
