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

/** Every request of every change of an employee meets every fault once. */
class EmployeeChangeFirstFaultsTest {

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> changeFields(@TempDir Path folder) {
    return cells(EmployeeChangeOperation.CHANGE_FIELDS, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> changeSites(@TempDir Path folder) {
    return cells(EmployeeChangeOperation.CHANGE_SITES, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> changePin(@TempDir Path folder) {
    return cells(EmployeeChangeOperation.CHANGE_PIN, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> reactivate(@TempDir Path folder) {
    return cells(EmployeeChangeOperation.REACTIVATE, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> setPermissions(@TempDir Path folder) {
    return cells(EmployeeChangeOperation.SET_PERMISSIONS, folder);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> recordWage(@TempDir Path folder) {
    return cells(EmployeeChangeOperation.RECORD_WAGE, folder);
  }

  private static Stream<DynamicTest> cells(EmployeeChangeOperation operation, Path folder) {
    return FirstFaults.of(operation.in(folder), FirstFault.OF_BACKOFFICE).cells();
  }
}
