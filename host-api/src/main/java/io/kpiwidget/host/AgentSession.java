package io.kpiwidget.host;

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
 * <p>There are no events to get in order: sign-in, agent switch and transfer to another queue are
 * each the next snapshot, sign-out is null. A plugin that sees another {@link #agentId} must drop
 * what it holds of the one before: token, figures, page.
 */
public final class AgentSession {

  private final String agentId;
  private final String displayName;
  private final List<String> queueIds;
  private final Locale locale;
  private final @Nullable ZoneId zone;

  private AgentSession(Builder builder) {
    agentId = builder.agentId;
    displayName = builder.name.isEmpty() ? agentId : builder.name;
    queueIds = Collections.unmodifiableList(new ArrayList<>(builder.queues));
    locale = builder.locale;
    zone = builder.zone;
  }

  /** Starts a snapshot; {@code agentId} is the id by which the platform knows the agent. */
  public static Builder of(String agentId) {
    return new Builder(agentId);
  }

  /** Returns the id by which the platform knows the agent. */
  public String agentId() {
    return agentId;
  }

  /** Returns the agent's name as people read it; the id when the desktop gave none. */
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

  /** Returns the agent's language; the JVM's when the desktop gave none. */
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

  /** Equal when all parts are; the host drops a snapshot that equals the present one. */
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
        && Objects.equals(zone, that.zone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(agentId, displayName, queueIds, locale, zone);
  }

  /** For logs: has no name of a person in it. */
  @Override
  public String toString() {
    return "AgentSession[" + agentId + ", " + queueIds.size() + " queues]";
  }

  /** Collects a session's parts. Not for use by several threads at once. */
  public static final class Builder {

    private final String agentId;
    private String name = "";
    private List<String> queues = Collections.emptyList();
    private Locale locale = Locale.getDefault();
    private @Nullable ZoneId zone;

    private Builder(String agentId) {
      this.agentId = Objects.requireNonNull(agentId, "agentId");
    }

    /** The agent's name as people read it; empty means the id serves. */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /** The ids of the agent's queues; copied. Their order counts when snapshots are compared. */
    public Builder queues(Collection<String> queueIds) {
      this.queues = new ArrayList<>(queueIds);
      return this;
    }

    /** The agent's language. */
    public Builder locale(Locale locale) {
      this.locale = Objects.requireNonNull(locale, "locale");
      return this;
    }

    /** The agent's time zone; null when unknown. */
    public Builder zone(@Nullable ZoneId zone) {
      this.zone = zone;
      return this;
    }

    /** Returns the snapshot; the builder can go on to the next. */
    public AgentSession build() {
      return new AgentSession(this);
    }
  }
}
