package dev.lanyard.activities.backoffice.page;

import dev.lanyard.activities.backoffice.form.FormPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sites of one form, read and written by the names that this form has for them (section 6). */
final class SiteBlock {

  private final SiteNames names;
  private final SiteTree tree;
  private final SiteReading reading;

  private SiteBlock(Markup form, SiteNames names) {
    this.names = names;
    this.tree = SiteTree.parse(form);
    this.reading = new SiteReading(form, tree, names);
  }

  static SiteBlock parse(Markup form, SiteNames names) {
    return new SiteBlock(form, names);
  }

  SiteTree tree() {
    return tree;
  }

  /** Empty on a flat page whose boxes do not say what they mean. */
  Optional<SiteAccess> access() {
    return reading.access();
  }

  Optional<Polarity> labelled() {
    return reading.labelled();
  }

  /** What grants all sites; absent when the form has no control for it. */
  Optional<FormPair> everywhere() {
    return reading.everywhere().map(SiteEncoding::everywhere);
  }

  /**
   * The pairs that grant this access, and no others of the block.
   *
   * @throws IllegalArgumentException see {@link SiteEncoding#restricted}
   */
  List<FormPair> pairs(SiteAccess wanted, Optional<Polarity> proven) {
    return wanted.all()
        ? List.of(SiteEncoding.everywhere(reading.everywhereControl()))
        : SiteEncoding.restricted(names, tree, Set.copyOf(wanted.siteIds()), proven);
  }
}
