package dev.lanyard.activities.backoffice.client;

import java.io.IOException;
import java.io.InputStream;
import org.jsoup.nodes.Document;

/** Makes a page of a body as it arrives. May be called for a page that was not asked for. */
@FunctionalInterface
interface PageReader {

  /**
   * @param path where it came from, without query
   */
  Document read(InputStream body, String path) throws IOException;
}
