package io.kpiwidget.host;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who works at the desktop now: an immutable snapshot, safe on any thread.
 *
 * <p>There are no events to get in order: sign-in, agent switch, transfer to another queue and
 * another state of the agent's are each the next snapshot, sign-out is null. A plugin that sees
 * another {@link #agentId} must drop what it holds of the one before: token, figures, page.
 */
public final class AgentSession {

  private final String agentId;
  private final String displayName;
  private final List<String> queueIds;
  private final Locale locale;
  private final @Nullable ZoneId zone;
  private final @Nullable Instant shiftStart;
  private final @Nullable Instant shiftEnd;
  private final @Nullable String division;
  private final List<String> skills;
  private final @Nullable String agentState;
  private final @Nullable Instant agentStateSince;

  private AgentSession(Builder builder) {
    agentId = builder.agentId;
    displayName = builder.name.isEmpty() ? agentId : builder.name;
    queueIds = Collections.unmodifiableList(new ArrayList<>(builder.queues));
    locale = builder.locale;
    zone = builder.zone;
    shiftStart = builder.shiftStart;
    shiftEnd = builder.shiftEnd;
    division = builder.division;
    skills = Collections.unmodifiableList(new ArrayList<>(builder.skills));
    agentState = builder.agentState;
    agentStateSince = builder.agentStateSince;
  }

  /**
   * Starts a snapshot for the agent whom the platform knows by {@code agentId}. Any thread.
   *
   * <p>Null is refused at once with a NullPointerException, here and by the builder, except where a
   * method says otherwise.
   */
  public static Builder of(String agentId) {
    return new Builder(agentId);
  }

  /**
   * Returns the id by which the platform knows the agent; never null. Plugins ask for this agent's
   * token and compare it with whom the token names.
   */
  public String agentId() {
    return agentId;
  }

  /**
   * Returns the agent's name as people read it; the id when the desktop gave none, never null. For
   * the screen only: it has no place in logs and diagnostics.
   */
  public String displayName() {
    return displayName;
  }

  /**
   * Returns the ids of the queues that the desktop thinks the agent serves; unmodifiable, empty
   * when it does not know. The platform has the last word on what the agent may see.
   */
  public List<String> queueIds() {
    return queueIds;
  }

  /**
   * Returns the language and number formats that the agent reads; never null. It is the JVM's when
   * the desktop gave none, as it was when the builder was made.
   */
  public Locale locale() {
    return locale;
  }

  /**
   * Returns the zone in which the agent's day begins and ends, or null when the desktop does not
   * know it; the platform may.
   */
  public @Nullable ZoneId zone() {
    return zone;
  }

  /**
   * Returns when the agent's shift begins, or null when the desktop does not know it; then {@link
   * #shiftEnd} is null too. It may be over, or not begun.
   */
  public @Nullable Instant shiftStart() {
    return shiftStart;
  }

  /**
   * Returns when the agent's shift is over, always after {@link #shiftStart}, or null when the
   * desktop does not know it. The end is not part of the shift.
   */
  public @Nullable Instant shiftEnd() {
    return shiftEnd;
  }

  /**
   * Returns the id of the organisational division that the agent belongs to, or null when the
   * desktop does not know it. It gives no rights: the platform has the last word on those.
   */
  public @Nullable String division() {
    return division;
  }

  /**
   * Returns the skills that the desktop thinks the agent has, as the platform names them;
   * unmodifiable, empty when it does not know.
   */
  public List<String> skills() {
    return skills;
  }

  /**
   * Returns what the agent does now, in the desktop's own words, such as "On a call"; null when the
   * desktop does not say. For the screen only: it has no place in logs and diagnostics.
   */
  public @Nullable String agentState() {
    return agentState;
  }

  /**
   * Returns since when the agent does what {@link #agentState} says, by this computer's clock; null
   * when the desktop does not know it, and always when there is no state.
   */
  public @Nullable Instant agentStateSince() {
    return agentStateSince;
  }

  /**
   * Equal when all parts are, the order of queues and skills among them. The host drops a snapshot
   * that equals the present one, so a desktop may send one after every event of its own.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof AgentSession)) {
      return false;
    }
    AgentSession that = (AgentSession) other;
    return agentId.equals(that.agentId)
        && displayName.equals(that.displayName)
        && queueIds.equals(that.queueIds)
        && locale.equals(that.locale)
        && Objects.equals(zone, that.zone)
        && Objects.equals(shiftStart, that.shiftStart)
        && Objects.equals(shiftEnd, that.shiftEnd)
        && Objects.equals(division, that.division)
        && skills.equals(that.skills)
        && Objects.equals(agentState, that.agentState)
        && Objects.equals(agentStateSince, that.agentStateSince);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        agentId,
        displayName,
        queueIds,
        locale,
        zone,
        shiftStart,
        shiftEnd,
        division,
        skills,
        agentState,
        agentStateSince);
  }

  /**
   * Returns the id and the number of queues, for logs: no name of a person is in it. The form may
   * change.
   */
  @Override
  public String toString() {
    return "AgentSession[" + agentId + ", " + queueIds.size() + " queues]";
  }

  /**
   * Collects a session's parts. Any thread, but not several at once; nothing blocks. What it has
   * built does not change with it.
   */
  public static final class Builder {

    private final String agentId;
    private String name = "";
    private List<String> queues = Collections.emptyList();
    private Locale locale = Locale.getDefault();
    private @Nullable ZoneId zone;
    private @Nullable Instant shiftStart;
    private @Nullable Instant shiftEnd;
    private @Nullable String division;
    private List<String> skills = Collections.emptyList();
    private @Nullable String agentState;
    private @Nullable Instant agentStateSince;

    private Builder(String agentId) {
      this.agentId = Objects.requireNonNull(agentId, "agentId");
    }

    /**
     * Sets the agent's name as people read it. Empty, as it is when this is not called, means that
     * the id serves; never null.
     */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Sets the ids of the agent's queues; copied, so the collection stays the caller's. Their order
     * counts when snapshots are compared: give a set without one sorted.
     */
    public Builder queues(Collection<String> queueIds) {
      this.queues = new ArrayList<>(queueIds);
      return this;
    }

    /**
     * Sets the agent's language and number formats; never null. Leave it out when the desktop has
     * only one language, its own.
     */
    public Builder locale(Locale locale) {
      this.locale = Objects.requireNonNull(locale, "locale");
      return this;
    }

    /**
     * Sets the zone in which the agent's day begins and ends. Null, as it is when this is not
     * called, means unknown: plugins then ask the platform, not the computer.
     */
    public Builder zone(@Nullable ZoneId zone) {
      this.zone = zone;
      return this;
    }

    /**
     * Sets when the agent's shift begins and when it is over, breaks included; neither is null.
     * Leave it out when the desktop does not know the shift. A start that is not before the end is
     * refused with an IllegalArgumentException.
     */
    public Builder shift(Instant start, Instant end) {
      Objects.requireNonNull(start, "start");
      Objects.requireNonNull(end, "end");
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException(
            "shift does not start before it ends: " + start + ", " + end);
      }
      shiftStart = start;
      shiftEnd = end;
      return this;
    }

    /**
     * Sets the id of the organisational division that the agent belongs to. Null, as it is when
     * this is not called, means unknown.
     */
    public Builder division(@Nullable String division) {
      this.division = division;
      return this;
    }

    /**
     * Sets the agent's skills as the platform names them; copied, so the collection stays the
     * caller's. Their order counts when snapshots are compared: give a set without one sorted.
     */
    public Builder skills(Collection<String> skills) {
      this.skills = new ArrayList<>(skills);
      return this;
    }

    /**
     * Sets what the agent does now, as the desktop calls it and in its language, and since when, by
     * this computer's clock. A null or empty state, as it is when this is not called, means that
     * there is nothing to say, whatever {@code since} is; a null {@code since}, that it is not
     * known.
     *
     * <p>Name the same instant for as long as the state lasts: panels count the time themselves,
     * and a snapshot with another instant is a change.
     */
    public Builder agentState(@Nullable String state, @Nullable Instant since) {
      boolean some = state != null && !state.isEmpty();
      agentState = some ? state : null;
      agentStateSince = some ? since : null;
      return this;
    }

    /**
     * Returns the snapshot of what was set so far. The builder can go on to the next; this one
     * stays as it is.
     */
    public AgentSession build() {
      return new AgentSession(this);
    }
  }
}
