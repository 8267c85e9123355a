package dev.lanyard.sandbox.staffapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that the staff API stores. Not thread-safe: whoever calls holds the sandbox's
 * transaction.
 */
final class StaffRecords {
  record Invitation(long staffId, String to, Instant at) {}

  /**
   * A request that gave more than it named.
   *
   * @param reason what was left out
   */
  record Widening(long staffId, String method, String reason, Instant at) {}

  record Webhook(long id, JsonNode body, Instant createdAt) {}

  /**
   * @param refresh whether it buys new tokens instead of opening doors
   */
  record Token(String value, boolean refresh, Instant expires) {}

  /** What goes to disk and what a transaction goes back to. */
  record Content(
      List<StaffMember> staff,
      List<Invitation> invitations,
      List<Widening> widenings,
      List<Webhook> webhooks,
      List<Token> tokens,
      List<String> usedCodes,
      List<StaffSite> sites) {
    /** An older file has no sites. */
    Content {
      sites = Objects.requireNonNullElse(sites, StaffSite.SEEDED);
    }
  }

  /**
   * Something that subscribers are told when the transaction is kept.
   *
   * @param json the complete staff member
   */
  record Event(String topic, StaffMember member, String json) {}

  private final TreeMap<Long, StaffMember> staff = new TreeMap<>();
  private final List<Invitation> invitations = new ArrayList<>();
  private final List<Widening> widenings = new ArrayList<>();
  private final TreeMap<Long, Webhook> webhooks = new TreeMap<>();
  private final TreeMap<String, Token> tokens = new TreeMap<>();
  private final List<String> usedCodes = new ArrayList<>();
  private final List<StaffSite> sites = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private boolean changed;

  StaffRecords(Content content) {
    restore(content);
  }

  Content content() {
    return new Content(
        List.copyOf(staff.values()),
        List.copyOf(invitations),
        List.copyOf(widenings),
        List.copyOf(webhooks.values()),
        List.copyOf(tokens.values()),
        List.copyOf(usedCodes),
        List.copyOf(sites));
  }

  void restore(Content content) {
    staff.clear();
    content.staff().forEach(member -> staff.put(member.id(), member));
    invitations.clear();
    invitations.addAll(content.invitations());
    widenings.clear();
    widenings.addAll(content.widenings());
    webhooks.clear();
    content.webhooks().forEach(webhook -> webhooks.put(webhook.id(), webhook));
    tokens.clear();
    content.tokens().forEach(token -> tokens.put(token.value(), token));
    usedCodes.clear();
    usedCodes.addAll(content.usedCodes());
    sites.clear();
    sites.addAll(content.sites());
    events.clear();
    changed = false;
  }

  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  void announce(Event event) {
    events.add(event);
  }

  /** What subscribers have not been told yet. */
  List<Event> takeEvents() {
    List<Event> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  List<StaffSite> sites() {
    return List.copyOf(sites);
  }

  /** Adds a site, or replaces the one with its id. */
  void store(StaffSite site) {
    sites.removeIf(one -> one.id() == site.id());
    sites.add(site);
    sites.sort(Comparator.comparingLong(StaffSite::id));
    changed = true;
  }

  boolean removeSite(long id) {
    boolean was = sites.removeIf(one -> one.id() == id);
    List.copyOf(staff.values()).forEach(member -> store(member.without(id)));
    return was;
  }

  /** Deleted ones included. */
  Collection<StaffMember> everyone() {
    return staff.values();
  }

  List<StaffMember> present() {
    return staff.values().stream().filter(member -> !member.deleted()).toList();
  }

  Optional<StaffMember> present(long id) {
    return Optional.ofNullable(staff.get(id)).filter(member -> !member.deleted());
  }

  /** The first odd number that a double cannot hold: 2^53 + 1. */
  private static final long BIG = 9_007_199_254_740_993L;

  long nextStaffId(boolean big) {
    return Math.max(staff.lastKey() + 1, big ? BIG : 0);
  }

  void store(StaffMember member) {
    staff.put(member.id(), member);
    changed = true;
  }

  List<Invitation> invitations() {
    return List.copyOf(invitations);
  }

  void store(Invitation invitation) {
    invitations.add(invitation);
    changed = true;
  }

  List<Widening> widenings() {
    return List.copyOf(widenings);
  }

  void store(Widening widening) {
    widenings.add(widening);
    changed = true;
  }

  Collection<Webhook> webhooks() {
    return webhooks.values();
  }

  Optional<Webhook> webhook(long id) {
    return Optional.ofNullable(webhooks.get(id));
  }

  long nextWebhookId(boolean big) {
    return Math.max(webhooks.isEmpty() ? 1 : webhooks.lastKey() + 1, big ? BIG : 0);
  }

  void store(Webhook webhook) {
    webhooks.put(webhook.id(), webhook);
    changed = true;
  }

  void remove(Webhook webhook) {
    webhooks.remove(webhook.id());
    changed = true;
  }

  Optional<Token> token(String value) {
    return Optional.ofNullable(tokens.get(value));
  }

  void store(Token token) {
    tokens.put(token.value(), token);
    changed = true;
  }

  void remove(Token token) {
    tokens.remove(token.value());
    changed = true;
  }

  /** Whether this was the first use. */
  boolean useCode(String code) {
    if (usedCodes.contains(code)) {
      return false;
    }
    usedCodes.add(code);
    changed = true;
    return true;
  }

  /** Makes every access token an expired one; refresh tokens stay good. */
  void expireTokens(Instant now) {
    for (Token token : List.copyOf(tokens.values())) {
      if (!token.refresh()) {
        store(new Token(token.value(), false, now.minusSeconds(1)));
      }
    }
  }
}
