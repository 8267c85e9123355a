package dev.lanyard.activities.backoffice.form;

/** One name and value as a browser would send it. The value may be a PIN, so it is not printed. */
public record FormPair(String name, String value) {

  @Override
  public String toString() {
    return name + "=[redacted]";
  }
}
