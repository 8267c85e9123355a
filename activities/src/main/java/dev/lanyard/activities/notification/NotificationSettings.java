package dev.lanyard.activities.notification;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told, how, and in which words.
 *
 * @param mail empty: no group has an address
 * @param groups by the name that the policy uses
 * @param zone in which instants are shown
 * @param webhookTimeout for a whole call
 */
public record NotificationSettings(
    Optional<MailSettings> mail,
    Map<String, GroupAddresses> groups,
    NoticeTemplates templates,
    ZoneId zone,
    Duration webhookTimeout) {

  /**
   * @throws IllegalArgumentException when a group has addresses and there is no mail server
   */
  public NotificationSettings {
    groups = Map.copyOf(groups);
    if (mail.isEmpty() && groups.values().stream().anyMatch(group -> !group.mail().isEmpty())) {
      throw new IllegalArgumentException("a group has mail addresses, and smtp.host is missing");
    }
  }
}
