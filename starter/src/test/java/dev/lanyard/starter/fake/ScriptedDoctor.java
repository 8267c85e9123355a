package dev.lanyard.starter.fake;

import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.DoctorReport;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.DoctorWorkflow;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import dev.lanyard.workflows.doctor.OpenQuestion;
import dev.lanyard.workflows.doctor.PageSeen;
import java.util.List;

/** Finds everything fine, a warning aside; a failure when it may compare nobody. */
public final class ScriptedDoctor implements DoctorWorkflow {

  @Override
  public DoctorReport examine(DoctorRequest request) {
    Check login = new Check("login", "/login_check", CheckResult.OK, "The bot is logged in.", "");
    Check clock =
        new Check(
            "clock",
            "/employee/create",
            CheckResult.WARNING,
            "The server's clock is 300 s ahead of the worker's, which is more than may be for dates"
                + " to come out right.",
            "Set the \u001b[31mclock.");
    Check company =
        request.comparedEmployees() == 0
            ? new Check("company", "/v1/x.json", CheckResult.FAILED, "401.", "Correct the secret.")
            : new Check("company", "/v1/x.json", CheckResult.OK, "It opens.", "");
    return new DoctorReport(
        List.of(
            new ExaminedSystem(
                ExaminedSystem.BACKOFFICE,
                "http://127.0.0.1:8090/",
                List.of(login, clock),
                List.of(new PageSeen("login", "/login_check", 302, 274, true, 31)),
                List.of(
                    new OpenQuestion("inactive icon", true, "fa-times"),
                    new OpenQuestion("messages of a success", false, "not without writing"))),
            new ExaminedSystem(
                ExaminedSystem.STAFF_API,
                "http://127.0.0.1:8091/v1/",
                List.of(company),
                null,
                null)));
  }
}
