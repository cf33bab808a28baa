package io.kpiwidget.engine.identity;

import io.kpiwidget.engine.identity.Identity.Zone;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformDialect;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.SubjectMismatch;
import io.kpiwidget.engine.platform.SafeLog;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * Asks the platform who the agent is (guide, edge case 3: before the first query).
 *
 * @param system the zone when neither platform nor desktop knows one
 */
public record IdentityReader(Platform platform, PlatformDialect dialect, ZoneId system) {

  private static final Logger log = SafeLog.of(IdentityReader.class);

  /** Blocks. Fails closed when the platform takes us for somebody else. */
  public Identity read(Agent agent) throws PlatformException {
    var told = dialect.readPermissions(platform.exchange(dialect.permissions()));
    if (!told.agentId().equals(agent.id())) {
      throw new SubjectMismatch("the platform takes the token for somebody else's");
    }
    var queues = dialect.readQueues(platform.exchange(dialect.queues(agent.id())));
    var name = agent.name().isBlank() ? told.agentName() : agent.name();
    return new Identity(agent.id(), name, told.names(), queues, zone(agent));
  }

  private Zone zone(Agent agent) throws PlatformException {
    var platforms = platformZone().map(id -> new Zone(id, Zone.Source.PLATFORM));
    var desktops = agent.zone().map(id -> new Zone(id, Zone.Source.DESKTOP));
    return platforms.or(() -> desktops).orElse(new Zone(system, Zone.Source.SYSTEM));
  }

  // a zone is worth a fallback, not a failure
  private Optional<ZoneId> platformZone() throws PlatformException {
    try {
      return dialect.readZone(platform.exchange(dialect.zone()));
    } catch (NotPermitted | NotUnderstood | BadAnswer e) {
      log.debug("no zone from the platform: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
