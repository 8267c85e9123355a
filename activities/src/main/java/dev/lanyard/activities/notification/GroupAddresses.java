package dev.lanyard.activities.notification;

import java.util.List;

/**
 * Where one group is reached. Nowhere at all is a choice, too: such a group is told nothing.
 *
 * @param mail addresses; each gets a mail of its own
 */
public record GroupAddresses(List<String> mail, List<WebhookTarget> webhooks) {

  /**
   * @throws IllegalArgumentException counts the address that is none, without repeating it
   */
  public GroupAddresses {
    mail = List.copyOf(mail);
    webhooks = List.copyOf(webhooks);
    for (int i = 0; i < mail.size(); i++) {
      if (!MailSettings.isAddress(mail.get(i))) {
        throw new IllegalArgumentException("mail[" + i + "] is no mail address");
      }
    }
  }

  @Override
  public String toString() {
    return "GroupAddresses[" + mail.size() + " addresses, " + webhooks + "]";
  }
}
