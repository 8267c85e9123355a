package dev.lanyard.workflows.life;

import dev.lanyard.workflows.hr.SiteChoice;
import dev.lanyard.workflows.hr.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a person has to have, by nothing but the events that were carried out and by hand edits. */
final class PersonModel {

  /** Where the person stands. */
  enum Where {
    GONE,
    EMPLOYED,
    AWAY
  }

  /** A loan that has not ended: what it touched, and how that was before. */
  private record Loan(Transfer transfer, Access before) {

    boolean isOver(Instant now) {
      LocalDate after = transfer.until().orElseThrow().plusDays(1);
      return !now.isBefore(after.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
  }

  private final Ground ground;
  private Access access = Access.NONE;
  private Access taken = Access.NONE;
  private Where where = Where.GONE;
  private final List<Loan> loans = new ArrayList<>();

  PersonModel(Ground ground) {
    this.ground = ground;
  }

  Access access() {
    return access;
  }

  Where where() {
    return where;
  }

  void byHand(Access now) {
    access = now;
  }

  void hired() {
    access = ground.hired();
    where = Where.EMPLOYED;
    loans.clear();
  }

  void left(boolean leave) {
    boolean away = where == Where.AWAY;
    if (!access.equals(Access.NONE)) {
      taken = access;
      where = leave ? Where.AWAY : Where.GONE;
    } else if (away || !leave) {
      where = leave ? Where.AWAY : Where.GONE;
    }
    access = Access.NONE;
  }

  /** Closed by hand before: there is nothing that a return could give back. */
  boolean hasNothing() {
    return access.equals(Access.NONE);
  }

  void restored() {
    access = new Access(taken.backoffice().or(access::backoffice), taken.staff().or(access::staff));
    where = Where.EMPLOYED;
  }

  void transferred(Transfer transfer) {
    Access before = access;
    access = with(access, transfer);
    if (transfer.until().isPresent() && !access.equals(before)) {
      loans.add(new Loan(transfer, before));
    }
  }

  private Access with(Access was, Transfer transfer) {
    Optional<Set<String>> sites = transfer.sites().map(SiteChoice::names).map(TreeSet::new);
    Optional<String> template = transfer.permissionTemplate();
    Set<String> departments = new TreeSet<>(transfer.departments());
    return new Access(
        was.backoffice()
            .map(
                pos ->
                    new Access.Pos(
                        sites.orElse(pos.sites()),
                        template.orElse(pos.template()),
                        departments.isEmpty() ? pos.departments() : departments)),
        was.staff()
            .map(
                staff ->
                    new Access.Staff(
                        sites.map(names -> ground.staff(names, "").sites()).orElse(staff.sites()),
                        template
                            .map(name -> ground.staff(Set.of(), name).permissions())
                            .orElse(staff.permissions()))));
  }

  /** What the loan touched is as it was before it. */
  void loanEnded(Transfer transfer) {
    Loan loan =
        loans.stream().filter(one -> one.transfer().equals(transfer)).findFirst().orElseThrow();
    loans.remove(loan);
    Access before = loan.before();
    access =
        new Access(
            access
                .backoffice()
                .map(
                    now ->
                        before
                            .backoffice()
                            .map(
                                then ->
                                    new Access.Pos(
                                        transfer.sites().isPresent() ? then.sites() : now.sites(),
                                        transfer.permissionTemplate().isPresent()
                                            ? then.template()
                                            : now.template(),
                                        transfer.departments().isEmpty()
                                            ? now.departments()
                                            : then.departments()))
                            .orElse(now)),
            access
                .staff()
                .map(
                    now ->
                        before
                            .staff()
                            .map(
                                then ->
                                    new Access.Staff(
                                        transfer.sites().isPresent() ? then.sites() : now.sites(),
                                        transfer.permissionTemplate().isPresent()
                                            ? then.permissions()
                                            : now.permissions()))
                            .orElse(now)));
  }

  /** Somebody decided that it does not end by itself. */
  void loanStays(Transfer transfer) {
    loans.removeIf(one -> one.transfer().equals(transfer));
  }

  /** Of a loan that should have ended: access that was approved for a while only. */
  Optional<Transfer> overdue(Instant now) {
    return where == Where.EMPLOYED
        ? loans.stream().filter(loan -> loan.isOver(now)).map(Loan::transfer).findFirst()
        : Optional.empty();
  }
}
