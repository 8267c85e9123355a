package dev.lanyard.starter.command;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What people hand in as files: a hire as one JSON object, a PIN as five digits. */
final class HireFile {

  /** Stands for standard input. */
  static final String STANDARD_INPUT = "-";

  /** A hire with hundreds of sites has some tens of kilobytes. */
  private static final int LARGEST = 1 << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private HireFile() {}

  /** Empty when it could not be read; the mistake is then noted under the flag. */
  static Optional<ObjectNode> json(String name, InputStream standardInput, Typed typed) {
    Optional<byte[]> bytes = bytes("--file", name, standardInput, typed);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode read = JSON.readTree(bytes.get());
      if (read instanceof ObjectNode object) {
        return Optional.of(object);
      }
      typed.mistake("--file", "must hold one JSON object such as {\"firstName\":\"Jane\",…}");
    } catch (JsonProcessingException e) {
      // Without the parser's words, which quote the text.
      var place = e.getLocation();
      typed.mistake(
          "--file",
          "is not one well-formed JSON object"
              + (place == null
                  ? ""
                  : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"));
    } catch (IOException e) {
      typed.mistake("--file", "cannot be read: " + e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  /** The first line, without blanks around it; empty when it could not be read. */
  static Optional<String> pin(String name, Typed typed) {
    return bytes("--pin-file", name, InputStream.nullInputStream(), typed)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
  }

  private static Optional<byte[]> bytes(
      String flag, String name, InputStream standardInput, Typed typed) {
    try {
      byte[] read;
      if (name.equals(STANDARD_INPUT)) {
        read = standardInput.readNBytes(LARGEST + 1);
      } else {
        try (InputStream file = Files.newInputStream(Path.of(name))) {
          read = file.readNBytes(LARGEST + 1);
        }
      }
      if (read.length <= LARGEST) {
        return Optional.of(read);
      }
      typed.mistake(flag, "is larger than a megabyte: is it the right file?");
    } catch (NoSuchFileException | InvalidPathException e) {
      typed.mistake(flag, "names no file: " + name);
    } catch (IOException e) {
      typed.mistake(flag, "cannot be read: " + name + " (" + e.getClass().getSimpleName() + ")");
    }
    return Optional.empty();
  }
}
