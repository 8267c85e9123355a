package dev.lanyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.doctor.Check;
import dev.lanyard.workflows.doctor.CheckResult;
import dev.lanyard.workflows.doctor.DoctorRequest;
import dev.lanyard.workflows.doctor.ExaminedSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationDoctorTest {

  @TempDir Path folder;

  @Test
  void rulesThatAreNotInForceAreAFailedCheckEach() throws Exception {
    Path policy = folder.resolve("approvals.conf");
    Files.writeString(
        policy,
        "people { maria { groups = [managers] } }\nrules = [ { name = a, groups = [managers] } ]");
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", folder.toString());
    environment.put("SONNYS_SUBDOMAIN", "washu");
    environment.put("SONNYS_BOT_USERNAME", "bot");
    environment.put("SONNYS_BOT_PASSWORD", "s3cret-word");
    environment.put("STAFF_API_CLIENT_ID", "client");
    environment.put("STAFF_API_CLIENT_SECRET", "s3cret-too");
    environment.put("STAFF_API_COMPANY_ID", "5678");
    environment.put("LANYARD_APPROVALS_POLICY_FILE", policy.toString());
    ConfigurationDoctor doctor =
        new ConfigurationDoctor(WorkerConfiguration.read(environment).rules());

    ExaminedSystem fine = doctor.examine(new DoctorRequest(0));
    assertThat(fine.origin()).isEqualTo(policy.toString());
    assertThat(fine.checks())
        .singleElement()
        .returns(CheckResult.OK, Check::result)
        .returns("In force: 1 approval rules, 1 people, 0 roles.", Check::finding);

    Files.writeString(policy, "rules = [ { groups = [managers], when { minor = maybe } }, {} ]");
    ExaminedSystem bad = doctor.examine(new DoctorRequest(0));

    assertThat(bad.checks(CheckResult.FAILED)).hasSizeGreaterThan(1);
    assertThat(bad.checks())
        .allSatisfy(check -> assertThat(check.finding()).contains("approvals.policy-file"))
        .allSatisfy(check -> assertThat(check.remedy()).contains("stays in force"));
  }
}
