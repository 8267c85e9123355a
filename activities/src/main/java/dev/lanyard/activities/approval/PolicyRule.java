package dev.lanyard.activities.approval;

import dev.lanyard.workflows.approval.ApprovalRule;

/** One line of the policy: when it is the one, and what is needed then. */
public record PolicyRule(Conditions when, ApprovalRule then) {}
