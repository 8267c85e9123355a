package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * What a role says about the staff account, from the worker's access rules and never from an input.
 *
 * @param account whether there is one; absent: as the permission template has it
 * @param permissions codes in place of the template's; absent: as the permission template has them
 * @param likeEmail whose member's codes to take where no template mapping names the template
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffTerms(
    Optional<Boolean> account, Optional<List<String>> permissions, Optional<String> likeEmail) {

  /** As the permission template has it. */
  public static final StaffTerms NONE = new StaffTerms(null, null, null);

  public StaffTerms {
    account = account == null ? Optional.empty() : account;
    permissions = permissions == null ? Optional.empty() : permissions.map(List::copyOf);
    likeEmail = likeEmail == null ? Optional.empty() : likeEmail;
  }

  @Override
  public String toString() {
    return "StaffTerms[" + account + ", " + permissions + ", [redacted]]";
  }
}
