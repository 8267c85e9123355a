package dev.lanyard.worker.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lanyard.activities.notification.MailLogin;
import dev.lanyard.activities.notification.MailSettings;
import dev.lanyard.activities.notification.NotificationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationSectionTest {

  @TempDir Path folder;

  private Map<String, String> with(String notifications) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", "/people/jane");
    environment.put("SONNYS_SUBDOMAIN", "washu");
    environment.put("SONNYS_BOT_USERNAME", "bot");
    environment.put("SONNYS_BOT_PASSWORD", "s3cret-word");
    environment.put("STAFF_API_CLIENT_ID", "client");
    environment.put("STAFF_API_CLIENT_SECRET", "s3cret-client");
    environment.put("STAFF_API_COMPANY_ID", "5678");
    Path file =
        Files.writeString(
            folder.resolve("lanyard.conf"), "lanyard { notifications { " + notifications + " } }");
    environment.put("LANYARD_CONFIG", file.toString());
    return environment;
  }

  private static List<String> problems(Map<String, String> environment) {
    ConfigurationRefused refused =
        catchThrowableOfType(
            ConfigurationRefused.class, () -> WorkerConfiguration.read(environment));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems().stream().map(ConfigurationProblem::toString).toList();
  }

  @Test
  void withoutAGroupNothingIsSent() throws Exception {
    WorkerConfiguration read = WorkerConfiguration.read(with("smtp { from = x }"));
    assertThat(read.notifications()).isEmpty();
    assertThat(read.planning().policy().sendsNotices()).isFalse();
  }

  @Test
  void groupsServerAndWebhooksAreRead() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "s3cret-mail\n");
    Path hook = Files.writeString(folder.resolve("hook"), "s3cret-of-sixteen\n");
    Map<String, String> environment =
        with(
            """
            groups {
              managers { mail = ["maria@example.com", "Sam <sam@example.com>"] }
              operators { webhooks = [{ url = "https://hooks.example.com/x?y=1", secret-file = "%s" }] }
            }
            smtp { host = smtp.example.com, from = "Lanyard <lanyard@example.com>",
                   username = lanyard, password-file = "%s" }
            """
                .formatted(hook, password));
    WorkerConfiguration read = WorkerConfiguration.read(environment);

    assertThat(read.planning().policy().sendsNotices()).isTrue();
    NotificationSettings settings = read.notifications().orElseThrow();
    MailSettings mail = settings.mail().orElseThrow();
    assertThat(mail.security()).isEqualTo(MailSettings.Security.STARTTLS);
    assertThat(mail.port()).isEqualTo(587);
    assertThat(mail.login().orElseThrow().get()).isEqualTo(new MailLogin("lanyard", "s3cret-mail"));
    assertThat(settings.groups().get("managers").mail())
        .containsExactly("maria@example.com", "Sam <sam@example.com>");
    assertThat(settings.groups().get("operators").webhooks())
        .singleElement()
        .satisfies(target -> assertThat(target.secret().get()).isEqualTo("s3cret-of-sixteen"));
    assertThat(settings.toString()).doesNotContain("s3cret").doesNotContain("maria");
  }

  @Test
  void everyMistakeIsNamedAtOnceAndNoSecretIsRepeated() throws Exception {
    Path broken = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(broken.resolve("done.mustache"), "Subject: x\n\n{{#who}}");
    assertThat(
            problems(
                with(
                    """
                    groups {
                      managers { mail = ["maria"], sms = ["1"] }
                      others { webhooks = [
                        { url = "http://hooks.example.com/T0KEN", secret = "s3cret-of-sixteen" },
                        { url = "https://hooks.example.com/", secret = "s3cret" },
                        { url = "https://hooks.example.com/" } ] }
                    }
                    smtp { host = smtp.example.com, security = none, from = "lanyard@example.com",
                           username = lanyard }
                    templates = "%s"
                    """
                        .formatted(broken))))
        .anySatisfy(p -> assertThat(p).contains("groups.managers", "mail[0] is no mail address"))
        .anySatisfy(p -> assertThat(p).contains("groups.managers.sms", "is no key here"))
        .anySatisfy(p -> assertThat(p).contains("others.webhooks[0].url", "must be https"))
        .anySatisfy(p -> assertThat(p).contains("others.webhooks[1]", "at least 16 letters"))
        .anySatisfy(p -> assertThat(p).contains("others.webhooks[2]", "secret or secret-file"))
        .anySatisfy(p -> assertThat(p).contains("LANYARD_SMTP_PASSWORD ", "is missing"))
        .anySatisfy(p -> assertThat(p).contains("done.mustache, line 3"))
        .anySatisfy(p -> assertThat(p).contains("lacks the group operators"))
        .noneSatisfy(p -> assertThat(p).containsAnyOf("s3cret", "T0KEN"));
  }

  @Test
  void anAuthorityThatCannotBeReadIsNamed() throws Exception {
    Path none = folder.resolve("none.pem");
    assertThat(
            problems(
                with(
                    "groups { managers {}, operators {} }, smtp { host = smtp.example.com,"
                        + " from = \"lanyard@example.com\", ca-file = \"%s\" }".formatted(none))))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("LANYARD_SMTP_CA_FILE", none + " cannot be read"));
  }

  @Test
  void plainMailIsForLoopbackAndAddressesNeedAServer() throws Exception {
    assertThat(
            problems(
                with(
                    "groups { managers {}, operators {} }, smtp { host = smtp.example.com,"
                        + " security = none, from = \"lanyard@example.com\" }")))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("loopback only"));
    assertThat(problems(with("groups { managers { mail = [\"a@example.com\"] }, operators {} }")))
        .singleElement()
        .satisfies(p -> assertThat(p).contains("smtp.host is missing"));
  }
}
