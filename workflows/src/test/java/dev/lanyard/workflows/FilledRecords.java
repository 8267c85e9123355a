package dev.lanyard.workflows;

import com.fasterxml.jackson.annotation.JsonValue;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lanyard.workflows.hr.EmployeeNumber;
import dev.lanyard.workflows.hr.HrEvent;
import dev.lanyard.workflows.hr.TerminationEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every public record of the room, found by its class file, and one filled instance of each. */
final class FilledRecords {

  /** Begins every value that must not be printed. */
  static final String PERSONAL = "personal-marker-";

  /** Components that hold a name, an address, a phone, a key, a PIN, or free words about people. */
  private static final Set<String> PERSONAL_COMPONENTS =
      Set.of(
          "firstName",
          "lastName",
          "fullName",
          "email",
          "username",
          "phone",
          "emergencyName",
          "emergencyPhone",
          "personName",
          "emergencyContactName",
          "emergencyContactPhone",
          "content",
          "ciphertext",
          "sealed",
          "publicKey",
          "recipientPublicKey",
          "by",
          "takenBy",
          "collectedBy",
          "refused",
          "text",
          "note",
          "question",
          "detail",
          "who");

  private FilledRecords() {}

  static Stream<Class<?>> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lanyard.workflows")
            .stream()
            .filter(JavaClass::isRecord)
            .filter(found -> found.getModifiers().contains(JavaModifier.PUBLIC))
            .<Class<?>>map(JavaClass::reflect)
            .sorted((a, b) -> a.getName().compareTo(b.getName()));
  }

  /** Those that are a JSON object, rather than one bare value. */
  static Stream<Class<?>> objects() {
    return all()
        .filter(
            type ->
                Arrays.stream(type.getRecordComponents())
                    .noneMatch(part -> part.getAccessor().isAnnotationPresent(JsonValue.class)));
  }

  static Object filled(Class<?> type) throws ReflectiveOperationException {
    if (type.equals(EmployeeNumber.class)) {
      return EmployeeNumber.of("hr-10442");
    }
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = value(parts[i].getGenericType(), parts[i].getName());
    }
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    return constructor.newInstance(values);
  }

  private static Object value(Type type, String name) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic) {
      Object inner = value(generic.getActualTypeArguments()[0], name);
      if (generic.getRawType().equals(Optional.class)) {
        return Optional.of(inner);
      }
      if (generic.getRawType().equals(List.class)) {
        return List.of(inner);
      }
    }
    if (type instanceof Class<?> plain) {
      return value(plain, name);
    }
    throw new IllegalArgumentException("no sample for " + type + " " + name);
  }

  private static Object value(Class<?> type, String name) throws ReflectiveOperationException {
    if (type.equals(String.class)) {
      return (PERSONAL_COMPONENTS.contains(name) ? PERSONAL : "some ") + name;
    }
    if (type.equals(int.class) || type.equals(Integer.class)) {
      return 1042;
    }
    if (type.equals(long.class) || type.equals(Long.class)) {
      return 9_007_199_254_740_993L; // more than a double can hold
    }
    if (type.equals(boolean.class) || type.equals(Boolean.class)) {
      return true;
    }
    if (type.equals(BigDecimal.class)) {
      return new BigDecimal("15.50");
    }
    if (type.equals(Instant.class)) {
      return Instant.parse("2026-05-01T12:00:00.123456789Z");
    }
    if (type.equals(LocalDate.class)) {
      return LocalDate.of(2026, 5, 1);
    }
    if (type.equals(LocalDateTime.class)) {
      return LocalDateTime.of(2026, 5, 1, 17, 30);
    }
    if (type.equals(LocalTime.class)) {
      return LocalTime.of(17, 30);
    }
    if (type.equals(Duration.class)) {
      return Duration.ofDays(14).plusNanos(1);
    }
    if (type.equals(HrEvent.class)) {
      return filled(TerminationEvent.class);
    }
    if (type.isRecord()) {
      return filled(type);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    throw new IllegalArgumentException("no sample for " + type + " " + name);
  }
}
