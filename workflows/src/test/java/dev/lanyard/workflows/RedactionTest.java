package dev.lanyard.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lanyard.workflows.access.AccessPlan;
import dev.lanyard.workflows.access.ComposePlan;
import dev.lanyard.workflows.attention.OpenRequest;
import dev.lanyard.workflows.backoffice.AvailabilityQuestion;
import dev.lanyard.workflows.backoffice.BackofficePlan;
import dev.lanyard.workflows.backoffice.CreateEmployee;
import dev.lanyard.workflows.backoffice.DisableEmployee;
import dev.lanyard.workflows.backoffice.EmployeeLocated;
import dev.lanyard.workflows.backoffice.LocateEmployee;
import dev.lanyard.workflows.backoffice.webuser.CloseWebUser;
import dev.lanyard.workflows.backoffice.webuser.CreateWebUser;
import dev.lanyard.workflows.backoffice.webuser.FindWebUsers;
import dev.lanyard.workflows.backoffice.webuser.SealedPassword;
import dev.lanyard.workflows.backoffice.webuser.SetWebUserPermissions;
import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import dev.lanyard.workflows.backoffice.webuser.WebUsersFound;
import dev.lanyard.workflows.hr.Hire;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.Termination;
import dev.lanyard.workflows.onboarding.OnboardingInput;
import dev.lanyard.workflows.pin.RevealAnswer;
import dev.lanyard.workflows.pin.RevealRequest;
import dev.lanyard.workflows.pin.SealedPin;
import dev.lanyard.workflows.progress.RunStatus;
import dev.lanyard.workflows.staffapi.LocateStaffMember;
import dev.lanyard.workflows.staffapi.StaffPlan;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that ends up in a log or an error by accident tells nothing about anybody. */
class RedactionTest {

  /** Those whose JSON holds something personal, themselves or in what they contain. */
  static Stream<Class<?>> holdersOfPersonalValues() {
    return FilledRecords.all().filter(RedactionTest::holdsPersonalValue);
  }

  @Test
  void whatHoldsPersonalValuesIsFound() {
    assertThat(holdersOfPersonalValues())
        .contains(
            Hire.class,
            HireEvent.class,
            Termination.class,
            OnboardingInput.class,
            BackofficePlan.class,
            StaffPlan.class,
            AccessPlan.class,
            ComposePlan.class,
            CreateEmployee.class,
            LocateEmployee.class,
            EmployeeLocated.class,
            DisableEmployee.class,
            DisableEmployee.Creation.class,
            LocateStaffMember.class,
            AvailabilityQuestion.class,
            FindWebUsers.class,
            WebUsersFound.class,
            CreateWebUser.class,
            SetWebUserPermissions.class,
            CloseWebUser.class,
            WebUserQuery.class,
            WebUserList.class,
            SealedPassword.class,
            OpenRequest.class,
            RunStatus.class,
            SealedPin.class,
            RevealRequest.class,
            RevealAnswer.class);
  }

  @ParameterizedTest
  @MethodSource("holdersOfPersonalValues")
  void printsNothingPersonal(Class<?> type) throws Exception {
    assertThat(FilledRecords.filled(type).toString()).doesNotContain(FilledRecords.PERSONAL);
  }

  private static boolean holdsPersonalValue(Class<?> type) {
    try {
      return JacksonJsonPayloadConverter.newDefaultObjectMapper()
          .writeValueAsString(FilledRecords.filled(type))
          .contains(FilledRecords.PERSONAL);
    } catch (JsonProcessingException | ReflectiveOperationException unfillable) {
      throw new IllegalStateException("no sample of " + type, unfillable);
    }
  }
}
