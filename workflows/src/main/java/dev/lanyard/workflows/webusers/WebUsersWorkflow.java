package dev.lanyard.workflows.webusers;

import dev.lanyard.workflows.backoffice.webuser.WebUserList;
import dev.lanyard.workflows.backoffice.webuser.WebUserQuery;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Answers {@code ./lanyard web-users}: a run, because only the worker holds Backoffice's
 * credentials.
 */
@WorkflowInterface
public interface WebUsersWorkflow {

  @WorkflowMethod
  WebUserList list(WebUserQuery query);
}
