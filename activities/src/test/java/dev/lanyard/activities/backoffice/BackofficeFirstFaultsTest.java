package dev.lanyard.activities.backoffice;

import dev.lanyard.activities.firstfaults.FirstFault;
import dev.lanyard.activities.firstfaults.FirstFaults;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every request of every operation meets every fault once; {@code docs/first-faults.md}. */
class BackofficeFirstFaultsTest {

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> createEmployee(@TempDir Path folder) {
    return cells(BackofficeOperation.CREATE_EMPLOYEE, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> grantPermissionTemplate(@TempDir Path folder) {
    return cells(BackofficeOperation.GRANT_PERMISSION_TEMPLATE, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> grantRightAfterCreate(@TempDir Path folder) {
    return cells(BackofficeOperation.GRANT_RIGHT_AFTER_CREATE, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> assignSites(@TempDir Path folder) {
    return cells(BackofficeOperation.ASSIGN_SITES, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> disableEmployee(@TempDir Path folder) {
    return cells(BackofficeOperation.DISABLE_EMPLOYEE, folder);
  }

  private static Stream<DynamicTest> cells(BackofficeOperation operation, Path folder) {
    return FirstFaults.of(operation.in(folder), FirstFault.OF_BACKOFFICE).cells();
  }
}
