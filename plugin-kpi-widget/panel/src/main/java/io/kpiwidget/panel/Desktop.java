package io.kpiwidget.panel;

import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.identity.Shift;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.host.AgentSession;
import io.kpiwidget.host.PanelContext;
import io.kpiwidget.panel.state.AgentState;
import java.awt.EventQueue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desktop as the engine sees it. Any thread. */
record Desktop(PanelContext context, Clock clock) implements KpiFeed.Surroundings {

  /** A desktop's setting that names the configuration file. */
  static final String CONFIG = "kpi-widget.config";

  /** The configuration file: the one the desktop names, else the usual one in its folder. */
  Path configFile() {
    var named = setting(CONFIG);
    return named == null || named.isBlank()
        ? context.desktop().dataDir().resolve("kpi-widget.json")
        : Path.of(named);
  }

  Setup.Place place() {
    return new Setup.Place(context.desktop().dataDir(), context.desktop().config(), configFile());
  }

  @Override
  public Optional<Path> dataDir() {
    return Optional.of(context.desktop().dataDir());
  }

  @Override
  public @Nullable String environment(String name) {
    return System.getenv(name);
  }

  @Override
  public @Nullable String setting(String name) {
    return context.desktop().config().get(name);
  }

  /** Only for the agent who is at the desktop now: a token for anybody else is none. */
  @Override
  public @Nullable SecretValue desktopToken(Agent agent) throws Exception {
    var session = context.session();
    if (session == null || !session.agentId().equals(agent.id())) {
      return null;
    }
    var token = context.desktop().token(session);
    return token == null ? null : new SecretValue(token);
  }

  @Override
  public boolean mayWait() {
    return !EventQueue.isDispatchThread();
  }

  @Override
  public void openBrowser(URI link) throws IOException {
    context.desktop().openExternal(link);
  }

  static @Nullable Agent agent(@Nullable AgentSession session) {
    return session == null
        ? null
        : new Agent(
            session.agentId(),
            session.displayName(),
            session.queueIds(),
            session.locale(),
            Optional.ofNullable(session.zone()),
            shift(session),
            Optional.ofNullable(session.division()),
            session.skills());
  }

  private static Optional<Shift> shift(AgentSession session) {
    var start = session.shiftStart();
    var end = session.shiftEnd();
    return start == null || end == null ? Optional.empty() : Optional.of(new Shift(start, end));
  }

  static AgentState state(@Nullable AgentSession session) {
    return session == null
        ? AgentState.NONE
        : AgentState.of(session.agentState(), session.agentStateSince());
  }

  static boolean sameAgent(@Nullable AgentSession a, @Nullable AgentSession b) {
    return id(a).equals(id(b));
  }

  private static Optional<String> id(@Nullable AgentSession session) {
    return Optional.ofNullable(session).map(AgentSession::agentId);
  }

  /** The plugin's version as its jar names it. */
  static String version() {
    var version = Desktop.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
