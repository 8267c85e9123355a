package dev.lanyard.sandbox.http;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** HTML files beside a class, filled with values that are escaped the way PHP does it. */
public final class Templates {
  private final Class<?> beside;
  private final Map<String, Template> compiled = new ConcurrentHashMap<>();
  private final Mustache.Compiler compiler =
      Mustache.compiler()
          .emptyStringIsFalse(true)
          .withEscaper(
              Escapers.simple(
                  new String[][] {
                    {"&", "&amp;"},
                    {"<", "&lt;"},
                    {">", "&gt;"},
                    {"\"", "&quot;"},
                    {"'", "&#039;"}
                  }))
          .withLoader(name -> new StringReader(read(name + ".mustache")));

  public Templates(Class<?> beside) {
    this.beside = beside;
  }

  /** Writing it fails when the values lack a name that the template uses. */
  public Part part(String template, Map<String, ?> values) {
    Template ready =
        compiled.computeIfAbsent(template, name -> compiler.compile(read(name + ".mustache")));
    return out -> ready.execute(values, out);
  }

  /** At once, as text. */
  public String fill(String template, Map<String, ?> values) {
    StringWriter text = new StringWriter();
    try {
      part(template, values).writeTo(text);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }

  /** A file beside the class, as it stands. */
  public String read(String file) {
    try (InputStream found = beside.getResourceAsStream(file)) {
      if (found == null) {
        throw new IllegalStateException("No file " + file + " beside " + beside);
      }
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
