package io.kpiwidget.host;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who works at the desktop now: an immutable snapshot. */
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

  /** Starts a snapshot for the platform's user id {@code agentId}. */
  public static Builder of(String agentId) {
    return new Builder(agentId);
  }

  /** The platform's user id. */
  public String agentId() {
    return agentId;
  }

  /** The agent's name as people read it; the id when the desktop gave none. */
  public String displayName() {
    return displayName;
  }

  /** The queues the desktop thinks the agent serves; may be empty. */
  public List<String> queueIds() {
    return queueIds;
  }

  /** The agent's language. */
  public Locale locale() {
    return locale;
  }

  /** The agent's time zone, or null when the desktop does not know. */
  public @Nullable ZoneId zone() {
    return zone;
  }

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

  @Override
  public String toString() {
    return "AgentSession[" + agentId + ", " + queueIds.size() + " queues]";
  }

  /** Collects a session's parts. */
  public static final class Builder {

    private final String agentId;
    private String name = "";
    private List<String> queues = Collections.emptyList();
    private Locale locale = Locale.getDefault();
    private @Nullable ZoneId zone;

    private Builder(String agentId) {
      this.agentId = Objects.requireNonNull(agentId, "agentId");
    }

    public Builder name(String name) {
      this.name = name;
      return this;
    }

    public Builder queues(Collection<String> queueIds) {
      this.queues = new ArrayList<>(queueIds);
      return this;
    }

    public Builder locale(Locale locale) {
      this.locale = locale;
      return this;
    }

    public Builder zone(@Nullable ZoneId zone) {
      this.zone = zone;
      return this;
    }

    public AgentSession build() {
      return new AgentSession(this);
    }
  }
}
