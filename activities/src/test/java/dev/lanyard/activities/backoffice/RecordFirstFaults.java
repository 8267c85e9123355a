package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.firstfaults.FirstFault;
import dev.lanyard.activities.firstfaults.FirstFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes {@code docs/first-faults.md}. Not part of the build: its name is no test's, so it runs
 * only when it is named:
 *
 * <pre>./mvnw -pl activities -am test -Dtest=RecordFirstFaults \
 *     -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
class RecordFirstFaults {

  private static final String HEAD =
      """
      # First faults

      Each operation ran once without faults; then once for each of its requests and each fault of the sandbox on that request
      (the request's first try only), retried as Temporal would. **done**: exactly one right record, no write too many, at no
      moment more access than was approved. **parked**: a final failure of that type, which says what helps. Every build plays
      all cells (`BackofficeFirstFaultsTest`, `EmployeeChangeFirstFaultsTest`); this table is made by

      ```
      ./mvnw -pl activities -am test -Dtest=RecordFirstFaults -Dsurefire.failIfNoSpecifiedTests=false
      ```

      """;

  @Test
  void tables(@TempDir Path folder) throws IOException {
    String tables =
        Stream.<JanesOperation>concat(
                Arrays.stream(BackofficeOperation.values()),
                Arrays.stream(EmployeeChangeOperation.values()))
            .map(operation -> operation.in(folder))
            .map(operation -> FirstFaults.of(operation, FirstFault.OF_BACKOFFICE).table())
            .collect(Collectors.joining("\n"));
    Files.writeString(Path.of("..", "docs", "first-faults.md"), HEAD + tables);
  }
}
