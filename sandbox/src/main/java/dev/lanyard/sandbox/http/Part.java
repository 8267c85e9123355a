package dev.lanyard.sandbox.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;

/**
 * A filled template that is written later: its values are fixed, its rows may be made as they are
 * written. Another template shows it as {@code {{#name}}{{/name}}}.
 */
@FunctionalInterface
public interface Part extends Mustache.Lambda {
  void writeTo(Writer out) throws IOException;

  @Override
  default void execute(Template.Fragment nothing, Writer out) throws IOException {
    writeTo(out);
  }
}
