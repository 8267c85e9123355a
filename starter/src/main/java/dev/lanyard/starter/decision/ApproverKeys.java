package dev.lanyard.starter.decision;

import dev.lanyard.secrets.KeysUnusable;
import dev.lanyard.secrets.SigningKeyFile;
import dev.lanyard.secrets.SigningKeyPair;
import dev.lanyard.starter.connection.StarterFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The signing keys of whoever uses this state folder, one file for each name, mode 0600. */
public final class ApproverKeys {

  /** As a policy spells ids, which is also one name in a folder. */
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private final Path folder;

  /**
   * @param home the state folder
   */
  public ApproverKeys(Path home) {
    this.folder = home.resolve("approvers");
  }

  public static boolean isId(String name) {
    return ID.matcher(name).matches();
  }

  public Path file(String approver) {
    if (!isId(approver)) {
      throw new StarterFailure(
          "an approver's name is lower-case letters, digits, '.', '-' and '_'",
          "give the id that the policy file has, for example --by maria");
    }
    return folder.resolve(approver);
  }

  /**
   * Makes a key pair.
   *
   * @throws StarterFailure when there is one: what was enrolled is never overwritten
   */
  public SigningKeyPair create(String approver) {
    Path file = file(approver);
    try {
      return SigningKeyFile.create(file);
    } catch (FileAlreadyExistsException e) {
      throw new StarterFailure(
          "there is a key of " + approver + " already, in " + file,
          "move it away to enroll anew; --show prints its public part",
          e);
    } catch (IOException e) {
      throw new StarterFailure(
          "the key cannot be written to " + file + " (" + e.getClass().getSimpleName() + ")",
          "LANYARD_HOME names a folder that can be written",
          e);
    }
  }

  /**
   * @throws StarterFailure when nobody of this name enrolled here, or the file is unusable
   */
  public SigningKeyPair open(String approver) {
    Path file = file(approver);
    try {
      return SigningKeyFile.open(file);
    } catch (NoSuchFileException e) {
      throw new StarterFailure(
          "there is no key of " + approver + " in " + file,
          "./lanyard approver enroll --name " + approver + " makes one; or name another with --by",
          e);
    } catch (KeysUnusable e) {
      throw new StarterFailure(e.getMessage(), "", e);
    } catch (IOException e) {
      throw new StarterFailure(
          "the key in " + file + " cannot be read (" + e.getClass().getSimpleName() + ")",
          "give this user the right to read it",
          e);
    }
  }
}
