package dev.lanyard.activities.backoffice.page;

/** An expected page came without something that it must have; a person has to look at it. */
public final class PageChanged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String REMEDY =
      "Compare the page with the protocol; nothing is written until it fits.";

  private final String finding;

  /**
   * @param page which page, in words
   * @param missing the selector that found nothing, or what is wrong in words; no value of a page
   * @param path without query
   */
  public PageChanged(String page, String missing, String path) {
    this("Backoffice's " + page + " (" + path + ") is not as it was: " + missing + ".");
  }

  private PageChanged(String finding) {
    super(finding + " " + REMEDY);
    this.finding = finding;
  }

  /** The message without its remedy. */
  public String finding() {
    return finding;
  }

  /** What a human can do about it. */
  public String remedy() {
    return REMEDY;
  }
}
