package dev.lanyard.workflows.staffapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * All of one staff member that the product may change, at one moment: what a change is planned on,
 * and what it is undone to. Texts are the server's own.
 *
 * @param email the primary one
 * @param code ours is the employee number
 * @param image address of the avatar
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StaffSnapshot(
    String firstName,
    String lastName,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> code,
    List<String> tags,
    Optional<String> image,
    StaffAccess access) {

  public StaffSnapshot {
    phone = phone == null ? Optional.empty() : phone;
    email = email == null ? Optional.empty() : email;
    code = code == null ? Optional.empty() : code;
    tags = tags == null ? List.of() : List.copyOf(tags);
    image = image == null ? Optional.empty() : image;
  }

  public long staffId() {
    return access.staffId();
  }

  /** What this becomes when exactly these fields are written. */
  public StaffSnapshot with(StaffFields fields) {
    return new StaffSnapshot(
        fields.firstName().orElse(firstName),
        fields.lastName().orElse(lastName),
        fields.phone().or(() -> phone),
        fields.email().or(() -> email),
        code,
        tags,
        fields.image().or(() -> image),
        access(fields));
  }

  /** The same person with another access, which is that of the same member. */
  public StaffSnapshot with(StaffAccess other) {
    return new StaffSnapshot(firstName, lastName, phone, email, code, tags, image, other);
  }

  /** Of the fields that are meant, what they are here; an absent text is an empty one. */
  public StaffFields only(StaffFields meant) {
    return new StaffFields(
        meant.firstName().map(name -> firstName),
        meant.lastName().map(name -> lastName),
        meant.phone().map(number -> phone.orElse("")),
        meant.email().map(address -> email.orElse("")),
        meant.image().map(address -> image.orElse("")),
        meant.siteIds().map(ids -> access.siteIds()),
        meant.permissions().map(codes -> access.permissions()));
  }

  private StaffAccess access(StaffFields fields) {
    return new StaffAccess(
        staffId(),
        access.admin(),
        fields.permissions().orElse(access.permissions()),
        fields.siteIds().orElse(access.siteIds()));
  }

  @Override
  public String toString() {
    return "StaffSnapshot[[redacted], " + access + "]";
  }
}
