package dev.lanyard.workflows.staffapi.look;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lanyard.workflows.staffapi.StaffSite;
import java.util.List;
import java.util.Optional;

/**
 * All that the staff API knows of one member. Texts are the server's own.
 *
 * @param emails the primary one first
 * @param permissions empty for an administrator, who may do everything
 * @param sites ascending by id
 * @param addresses each in one line
 * @param createdAt ISO 8601 with offset; may be absent
 * @param updatedAt the same
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffMemberView(
    long id,
    String firstName,
    String lastName,
    List<String> emails,
    Optional<String> phone,
    Optional<String> mobile,
    Optional<String> fax,
    Optional<String> image,
    boolean admin,
    List<Permission> permissions,
    List<StaffSite> sites,
    List<String> addresses,
    List<String> tags,
    Optional<String> code,
    Optional<String> createdAt,
    Optional<String> updatedAt) {

  public StaffMemberView {
    emails = emails == null ? List.of() : List.copyOf(emails);
    phone = phone == null ? Optional.empty() : phone;
    mobile = mobile == null ? Optional.empty() : mobile;
    fax = fax == null ? Optional.empty() : fax;
    image = image == null ? Optional.empty() : image;
    permissions = permissions == null ? List.of() : List.copyOf(permissions);
    sites = sites == null ? List.of() : List.copyOf(sites);
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
    tags = tags == null ? List.of() : List.copyOf(tags);
    code = code == null ? Optional.empty() : code;
    createdAt = createdAt == null ? Optional.empty() : createdAt;
    updatedAt = updatedAt == null ? Optional.empty() : updatedAt;
  }

  /**
   * A permission as the server names it.
   *
   * @param domain the server's word, which need not be the heading of the vendor's page
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Permission(String code, String name, String domain) {}

  @Override
  public String toString() {
    return "StaffMemberView[" + id + ", [redacted]]";
  }
}
