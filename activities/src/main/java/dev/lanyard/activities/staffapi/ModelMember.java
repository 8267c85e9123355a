package dev.lanyard.activities.staffapi;

import dev.lanyard.workflows.access.Finding;
import dev.lanyard.workflows.staffapi.StaffAccess;
import dev.lanyard.workflows.staffapi.StaffPreFlight;
import dev.lanyard.workflows.staffapi.StaffTerms;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What is copied from the staff account of the one whom a hire is to be like: the permission codes,
 * and only where no mapping names the template. The sites are those of the hire, by the site map.
 *
 * @param permissions absent when nothing is copied
 */
record ModelMember(
    Optional<List<String>> permissions, List<Finding> problems, List<Finding> warnings) {

  private static final ModelMember NONE = new ModelMember(Optional.empty(), List.of(), List.of());

  /**
   * @param read of the staff member with that id
   */
  static ModelMember of(
      StaffPreFlight request,
      StaffApiSettings settings,
      Listing listing,
      LongFunction<Optional<ReadBack>> read) {
    StaffTerms terms = PreFlightLook.terms(request);
    if (terms.likeEmail().isEmpty() || settings.maps(request.hire().permissionTemplate())) {
      return NONE;
    }
    List<Long> ids = listing.withEmail(terms.likeEmail().get());
    Optional<StaffAccess> access =
        ids.size() == 1 ? read.apply(ids.get(0)).map(ReadBack::access) : Optional.empty();
    if (access.isEmpty()) {
      return new ModelMember(
          Optional.empty(),
          List.of(),
          List.of(
              finding(
                  "MODEL_WITHOUT_STAFF_ACCOUNT",
                  "The model has no staff account under its e-mail address, or several; the default"
                      + " permissions are given.")));
    }
    long id = access.get().staffId();
    if (access.get().admin()) {
      return problem("Staff member " + id + " is an administrator, which is not copied");
    }
    if (access.get().permissions().isEmpty()) {
      return problem("Staff member " + id + " has no permission that could be copied");
    }
    return new ModelMember(Optional.of(access.get().permissions()), List.of(), List.of());
  }

  private static ModelMember problem(String what) {
    return new ModelMember(
        Optional.empty(),
        List.of(
            finding(
                "MODEL_STAFF_PERMISSIONS",
                what + "; name a role with staff-permissions, or map the template.")),
        List.of());
  }

  private static Finding finding(String code, String text) {
    return new Finding(code, "like", text);
  }
}
