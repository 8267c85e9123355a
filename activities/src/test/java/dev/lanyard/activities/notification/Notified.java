package dev.lanyard.activities.notification;

import dev.lanyard.workflows.notification.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notices, and settings to send them with, as the tests of this room need them. */
final class Notified {

  static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String FROM = "Lanyard <lanyard@wash.example.com>";
  static final ZoneId ZONE = ZoneId.of("America/Chicago");

  private Notified() {}

  static Notice approval(String who) {
    return new Notice(
        "1a2b3c4d-1",
        Notice.APPROVAL_ASKED,
        "managers",
        "onboarding",
        "onboarding/hr-10442/1",
        "hr-10442",
        "9f8e7d6c-1",
        "May " + who + " have this access?",
        List.of("Backoffice sites: Wash 37135", "Wage: 15.50 USD an hour"),
        who + ", POS user ID 12345",
        Optional.of(Instant.parse("2026-05-15T17:30:00Z")),
        List.of(
            "./lanyard approve hr-10442 --request 9f8e7d6c-1",
            "./lanyard reject hr-10442 --request 9f8e7d6c-1"));
  }

  static MailSettings mail(int port, Duration timeout) {
    return new MailSettings(
        "127.0.0.1", port, MailSettings.Security.NONE, FROM, Optional.empty(), timeout);
  }

  static NotificationActivitiesImpl mailing(MailSettings mail, String... addresses) {
    return sending(Optional.of(mail), new GroupAddresses(List.of(addresses), List.of()));
  }

  static NotificationActivitiesImpl sending(Optional<MailSettings> mail, GroupAddresses managers) {
    return new NotificationActivitiesImpl(
        new NotificationSettings(
            mail,
            Map.of("managers", managers),
            new NoticeTemplates(Optional.empty()),
            ZONE,
            Duration.ofSeconds(2)),
        CLOCK);
  }
}
