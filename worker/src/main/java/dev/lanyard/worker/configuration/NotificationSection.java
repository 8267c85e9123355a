package dev.lanyard.worker.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import dev.lanyard.activities.notification.CertificateAuthority;
import dev.lanyard.activities.notification.GroupAddresses;
import dev.lanyard.activities.notification.MailLogin;
import dev.lanyard.activities.notification.MailSettings;
import dev.lanyard.activities.notification.NoticeTemplates;
import dev.lanyard.activities.notification.NotificationSettings;
import dev.lanyard.activities.notification.TemplateBroken;
import dev.lanyard.activities.notification.WebhookTarget;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** All of {@code lanyard.notifications}; without a group nothing is ever sent. */
final class NotificationSection {

  private static final String AT = "lanyard.notifications.";
  private static final String GROUPS = AT + "groups";
  private static final String GROUP = "managers { mail = [\"managers@example.com\"] }";
  private static final String WEBHOOK =
      "{ url = \"https://hooks.example.com/lanyard\", secret-file = \"/run/secrets/hook\" }";
  private static final Set<String> KNOWN = Set.of("mail", "webhooks");
  private static final Set<String> KNOWN_OF_WEBHOOK = Set.of("url", "secret", "secret-file");

  private final Values values;

  private NotificationSection(Values values) {
    this.values = values;
  }

  /**
   * Empty when no group is configured, or once a problem is noted.
   *
   * @param asked the groups that the policy asks: each must be named, be it to be told nothing
   */
  static Optional<NotificationSettings> read(Values values, ZoneId zone, Set<String> asked) {
    int noted = values.noted();
    NotificationSection section = new NotificationSection(values);
    Map<String, GroupAddresses> groups = section.groups();
    Optional<MailSettings> mail = section.mail();
    Optional<NoticeTemplates> templates = section.templates();
    Duration timeout = values.duration(AT + "webhook-timeout", Duration.ofMillis(1));
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    asked.stream()
        .filter(group -> !group.isEmpty() && !groups.containsKey(group))
        .sorted()
        .forEach(
            group ->
                values.problem(
                    GROUPS,
                    "lacks the group " + group + ", which the policy asks",
                    group + " {} to tell it nothing"));
    return Optional.ofNullable(
        values.section(
            "lanyard.notifications",
            noted,
            () -> new NotificationSettings(mail, groups, templates.get(), zone, timeout)));
  }

  private Optional<MailSettings> mail() {
    String at = AT + "smtp.";
    if (!values.has(at + "host")) {
      return Optional.empty();
    }
    int noted = values.noted();
    String host = values.text(at + "host", "smtp.example.com");
    int port = values.count(at + "port", 65_535);
    MailSettings.Security security = security(at + "security");
    String from = values.text(at + "from", "Lanyard <lanyard@example.com>");
    Duration timeout = values.duration(at + "timeout", Duration.ofMillis(1));
    Optional<Supplier<MailLogin>> login = login(at);
    Optional<CertificateAuthority> authority = authority(at + "ca-file");
    return Optional.ofNullable(
        values.section(
            "lanyard.notifications.smtp",
            noted,
            () -> new MailSettings(host, port, security, from, login, timeout, authority)));
  }

  private Optional<CertificateAuthority> authority(String key) {
    try {
      return values.optional(key).map(Path::of).map(CertificateAuthority::in);
    } catch (IllegalArgumentException e) {
      values.problem(key, "does not work: " + e.getMessage(), "/etc/lanyard/mail-ca.pem");
      return Optional.empty();
    }
  }

  private Optional<Supplier<MailLogin>> login(String at) {
    List<String> keys = List.of("username", "username-file", "password", "password-file");
    if (keys.stream().noneMatch(key -> values.has(at + key))) {
      return Optional.empty();
    }
    SecretText username = values.secret(at + "username", "lanyard");
    SecretText password = values.secret(at + "password", "the mail user's password");
    return Optional.of(() -> new MailLogin(username.get(), password.get()));
  }

  private MailSettings.Security security(String key) {
    String word = values.text(key, "starttls");
    for (MailSettings.Security one : MailSettings.Security.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(word)) {
        return one;
      }
    }
    values.problem(key, "must be starttls, tls or none", "starttls");
    return MailSettings.Security.TLS;
  }

  private Optional<NoticeTemplates> templates() {
    String key = AT + "templates";
    try {
      return Optional.of(new NoticeTemplates(values.optional(key).map(Path::of)));
    } catch (TemplateBroken e) {
      values.problem(key, "has a broken template: " + e.getMessage(), "");
      return Optional.empty();
    }
  }

  private Map<String, GroupAddresses> groups() {
    Map<String, GroupAddresses> groups = new LinkedHashMap<>();
    Config all;
    try {
      all = values.merged().getConfig(GROUPS);
    } catch (ConfigException e) {
      values.problem(GROUPS, "must give each group its addresses", GROUP);
      return groups;
    }
    for (String name : all.root().keySet()) {
      String key = GROUPS + "." + name;
      try {
        groups.put(name, group(all.getConfig(ConfigUtil.quoteString(name)), key));
      } catch (ConfigException e) {
        values.problem(key, "is no group", GROUP);
      } catch (IllegalArgumentException e) {
        values.problem(key, e.getMessage(), GROUP);
      }
    }
    return groups;
  }

  private GroupAddresses group(Config entry, String key) {
    refuseOthers(entry, KNOWN, key, GROUP);
    List<String> mail = entry.hasPath("mail") ? entry.getStringList("mail") : List.of();
    List<WebhookTarget> webhooks = new ArrayList<>();
    if (entry.hasPath("webhooks")) {
      List<? extends Config> entries = entry.getConfigList("webhooks");
      for (int i = 0; i < entries.size(); i++) {
        webhook(entries.get(i), key + ".webhooks[" + i + "]").ifPresent(webhooks::add);
      }
    }
    return new GroupAddresses(mail, webhooks);
  }

  private Optional<WebhookTarget> webhook(Config entry, String key) {
    refuseOthers(entry, KNOWN_OF_WEBHOOK, key, WEBHOOK);
    boolean inFile = entry.hasPath("secret-file");
    if (inFile == entry.hasPath("secret")) {
      values.problem(key, "needs either secret or secret-file", WEBHOOK);
      return Optional.empty();
    }
    SecretText secret =
        inFile
            ? SecretText.in(Path.of(entry.getString("secret-file")))
            : SecretText.of(entry.getString("secret"));
    try {
      if (secret.get().length() < WebhookTarget.SHORTEST_SECRET) {
        values.problem(
            key, "needs a secret of at least " + WebhookTarget.SHORTEST_SECRET + " letters", "");
      }
      return Optional.of(WebhookTarget.of(entry.getString("url").strip(), secret));
    } catch (UncheckedIOException e) {
      values.problem(key + ".secret-file", "does not work: " + e.getMessage(), WEBHOOK);
    } catch (IllegalArgumentException e) {
      values.problem(key + ".url", e.getMessage(), WEBHOOK);
    }
    return Optional.empty();
  }

  private void refuseOthers(Config entry, Set<String> known, String key, String example) {
    entry.root().keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> values.problem(key + "." + name, "is no key here", example));
  }
}
