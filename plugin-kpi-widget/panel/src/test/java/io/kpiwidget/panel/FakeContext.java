package io.kpiwidget.panel;

import io.kpiwidget.host.AgentDesktop;
import io.kpiwidget.host.AgentSession;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.PanelContext;
import io.kpiwidget.host.PanelProvider;
import io.kpiwidget.host.Registration;
import io.kpiwidget.host.Theme;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A desktop whose agent and tabs a test moves. */
final class FakeContext implements PanelContext, AgentDesktop {

  final Map<String, String> settings = new HashMap<>();
  final List<URI> opened = new ArrayList<>();
  private final List<Consumer<@Nullable AgentSession>> sessions = new ArrayList<>();
  private final List<Consumer<Boolean>> showings = new ArrayList<>();
  private final List<Runnable> ends = new ArrayList<>();
  private final List<AutoCloseable> owned = new ArrayList<>();

  /** What further panels were opened with. */
  final List<FakeContext> others = new CopyOnWriteArrayList<>();

  /** What one of these was made for. */
  @Nullable DockablePanel panel;

  private final List<Consumer<Theme>> themes = new ArrayList<>();
  private final Path dataDir;
  private @Nullable AgentSession session;
  @Nullable String token;

  FakeContext(Path dataDir) {
    this.dataDir = dataDir;
  }

  void signIn(@Nullable AgentSession next) {
    session = next;
    OnEdt.run(() -> List.copyOf(sessions).forEach(l -> l.accept(next)));
  }

  void showing(boolean now) {
    OnEdt.run(() -> List.copyOf(showings).forEach(l -> l.accept(now)));
  }

  void themeChanged() {
    OnEdt.run(() -> List.copyOf(themes).forEach(l -> l.accept(theme())));
  }

  int listeners() {
    return sessions.size() + showings.size() + themes.size() + ends.size();
  }

  @Override
  public AgentDesktop desktop() {
    return this;
  }

  @Override
  public @Nullable AgentSession session() {
    return session;
  }

  /** The contract makes themes; only it may. */
  @Override
  public Theme theme() {
    try {
      Method current = Theme.class.getDeclaredMethod("current");
      current.setAccessible(true);
      return (Theme) current.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Theme.current", e);
    }
  }

  @Override
  public Registration onSession(Consumer<@Nullable AgentSession> listener) {
    listener.accept(session);
    return add(sessions, listener);
  }

  @Override
  public Registration onTheme(Consumer<Theme> listener) {
    listener.accept(theme());
    return add(themes, listener);
  }

  @Override
  public Registration onShowing(Consumer<Boolean> listener) {
    listener.accept(true);
    return add(showings, listener);
  }

  private static <L> Registration add(List<L> listeners, L listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public Registration onConversationEnded(Runnable listener) {
    return add(ends, listener);
  }

  void conversationEnded() {
    OnEdt.run(() -> List.copyOf(ends).forEach(Runnable::run));
  }

  /** Another panel gets a context with the same desktop behind it. */
  @Override
  public Registration open(PanelProvider provider) {
    var inner = new FakeContext(dataDir);
    inner.settings.putAll(settings);
    others.add(inner);
    inner.signIn(session);
    try {
      inner.panel = provider.create(inner);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return () -> {
      others.remove(inner);
      inner.closeOwned();
    };
  }

  /** As the plugin's stop does. */
  void closeOwned() {
    List.copyOf(others).forEach(FakeContext::closeOwned);
    for (var resource : owned) {
      try {
        resource.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public <T extends AutoCloseable> T own(T resource) {
    owned.add(resource);
    return resource;
  }

  @Override
  public Registration dock(DockablePanel panel) {
    return () -> {};
  }

  @Override
  public Path dataDir() {
    return dataDir;
  }

  @Override
  public Map<String, String> config() {
    return settings;
  }

  @Override
  public void openExternal(URI target) {
    opened.add(target);
  }

  @Override
  public @Nullable String token(AgentSession of) {
    return token;
  }
}
