package dev.lanyard.workflows.notification;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Tells people outside of Temporal. */
@ActivityInterface
public interface NotificationActivities {

  /**
   * Sends a notice to every address and webhook of its group. A repeat carries the same message and
   * delivery ids, and the same worker leaves out who has it already.
   *
   * <p>Final: {@code NOTICE_UNADDRESSED}, {@code NOTICE_UNWRITABLE}; and only after all others of
   * the group were tried, {@code MAIL_REFUSED}, {@code MAIL_LOGIN_REJECTED}, {@code
   * WEBHOOK_REFUSED}. Retried: {@code MAIL_OUTAGE}, {@code WEBHOOK_OUTAGE}; a secret's file that
   * cannot be read now counts as one.
   */
  @ActivityMethod(name = "notify")
  NoticeSent notify(Notice notice);
}
