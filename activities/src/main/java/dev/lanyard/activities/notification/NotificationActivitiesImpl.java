package dev.lanyard.activities.notification;

import dev.lanyard.workflows.FailureTypes;
import dev.lanyard.workflows.notification.Notice;
import dev.lanyard.workflows.notification.NoticeSent;
import dev.lanyard.workflows.notification.NotificationActivities;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Each address and webhook of a group is tried, whatever became of the one before it. */
public final class NotificationActivitiesImpl implements NotificationActivities {

  private final NotificationSettings settings;
  private final Deliveries deliveries = new Deliveries();
  private final WebhookSender webhooks;
  private final Clock clock;

  /**
   * @param clock for the date of a mail and the timestamp of a signature
   */
  public NotificationActivitiesImpl(NotificationSettings settings, Clock clock) {
    this.settings = settings;
    this.webhooks = new WebhookSender(settings.webhookTimeout(), clock);
    this.clock = clock;
  }

  @Override
  public NoticeSent notify(Notice notice) {
    GroupAddresses group = settings.groups().get(notice.group());
    if (group == null) {
      throw ApplicationFailure.newNonRetryableFailure(
          "nothing is configured for the group; name it in lanyard.notifications.groups",
          FailureTypes.NOTICE_UNADDRESSED);
    }
    NoticeText text = text(notice);
    String id = MessageIds.notice(notice);
    List<DeliveryFailure> passing = new ArrayList<>();
    List<String> addresses =
        group.mail().stream().filter(address -> !deliveries.isOver(id, address)).toList();
    if (!addresses.isEmpty()) {
      new MailSender(settings.mail().orElseThrow(), clock)
          .send(
              notice,
              text,
              addresses,
              address -> deliveries.delivered(id, address),
              (address, failure) -> keep(id, address, failure, passing));
    }
    for (WebhookTarget target : group.webhooks()) {
      call(notice, text, target, passing);
    }
    return sent(id, group, passing);
  }

  private void call(
      Notice notice, NoticeText text, WebhookTarget target, List<DeliveryFailure> passing) {
    String id = MessageIds.notice(notice);
    String receiver = target.url().toString();
    if (deliveries.isOver(id, receiver)) {
      return;
    }
    try {
      webhooks.send(notice, text, target);
      deliveries.delivered(id, receiver);
    } catch (DeliveryFailure failure) {
      keep(id, receiver, failure, passing);
    }
  }

  private void keep(
      String id, String receiver, DeliveryFailure failure, List<DeliveryFailure> passing) {
    // A refused login is the same for every address, and may be corrected while others are tried.
    if (failure.isLast()) {
      deliveries.refused(id, receiver, failure);
    } else {
      passing.add(failure);
    }
  }

  private NoticeSent sent(String id, GroupAddresses group, List<DeliveryFailure> passing) {
    List<String> receivers = new ArrayList<>(group.mail());
    group.webhooks().forEach(target -> receivers.add(target.url().toString()));
    List<DeliveryFailure> refused =
        receivers.stream().flatMap(one -> deliveries.refusal(id, one).stream()).toList();
    String counted =
        " (" + (refused.size() + passing.size()) + " of " + receivers.size() + " not reached)";
    if (!passing.isEmpty()) {
      throw ApplicationFailure.newFailure(words(passing) + counted, passing.get(0).type());
    }
    if (!refused.isEmpty()) {
      throw ApplicationFailure.newNonRetryableFailure(
          words(refused) + counted, refused.get(0).type());
    }
    return new NoticeSent(group.mail().size(), group.webhooks().size());
  }

  private NoticeText text(Notice notice) {
    try {
      return settings.templates().fill(notice, settings.zone());
    } catch (TemplateBroken e) {
      throw ApplicationFailure.newNonRetryableFailure(
          e.getMessage(), FailureTypes.NOTICE_UNWRITABLE);
    }
  }

  private static String words(List<DeliveryFailure> failures) {
    return failures.stream()
        .map(DeliveryFailure::getMessage)
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
