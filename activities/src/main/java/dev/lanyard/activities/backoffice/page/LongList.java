package dev.lanyard.activities.backoffice.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jsoup.select.Evaluator;

/**
 * A list of any length, read as it arrives: each entry is let go before the next one comes, so that
 * a tenant of 50,000 people needs no more memory than one of fifty.
 */
final class LongList {

  private LongList() {}

  /**
   * @param path where it came from, without query: it stands in errors
   * @param each gets every entry that this finds, complete; whoever keeps values of it must throw
   *     them away when this method throws, or when the page turns out to be another one
   * @return the page without its entries, to be judged as any other
   */
  static Document read(InputStream utf8, String path, Evaluator entries, Consumer<Element> each)
      throws IOException {
    // Positions are kept, since nobody knows yet whether the end will come.
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    try (StreamParser stream =
        new StreamParser(parser).parse(new InputStreamReader(utf8, UTF_8), path)) {
      for (Element entry = stream.selectNext(entries);
          entry != null;
          entry = stream.selectNext(entries)) {
        each.accept(entry);
        entry.remove();
      }
      return stream.complete();
    }
  }
}
