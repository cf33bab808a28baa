package io.kpiwidget.host;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.swing.Action;
import javax.swing.Icon;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A component with all a desktop needs to dock it. A class: nobody implements it. */
public final class DockablePanel {

  /** Where the panel would like to be. */
  public enum Side {
    LEFT,
    RIGHT,
    BOTTOM
  }

  private final String id;
  private final JComponent component;
  private final Side side;
  private final Dimension size;
  private final List<Action> actions;
  private final Supplier<String> diagnostics;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile String title;
  private volatile @Nullable Icon icon;
  private volatile String badge = "";

  private DockablePanel(Builder builder) {
    id = builder.id;
    component = builder.component;
    title = builder.title;
    icon = builder.icon;
    side = builder.side;
    size = new Dimension(builder.size);
    actions = Collections.unmodifiableList(new ArrayList<>(builder.actions));
    diagnostics = builder.diagnostics;
  }

  /** Starts a panel; {@code id} is stable over restarts, so that a desktop can keep its place. */
  public static Builder of(String id, JComponent component) {
    return new Builder(id, component);
  }

  public String id() {
    return id;
  }

  /** The one component; the same instance wherever the desktop moves it. */
  public JComponent component() {
    return component;
  }

  public String title() {
    return title;
  }

  public @Nullable Icon icon() {
    return icon;
  }

  public Side side() {
    return side;
  }

  /** The size that suits the panel, in pixels of the desktop's scale. */
  public Dimension size() {
    return new Dimension(size);
  }

  /** Actions a desktop may offer in its own menus. */
  public List<Action> actions() {
    return actions;
  }

  /** A few characters for the tab; empty when there is nothing to say. */
  public String badge() {
    return badge;
  }

  /**
   * The panel's state as JSON text for a support ticket: no secrets, no customer data. May block
   * for two seconds; not for the EDT.
   */
  public String diagnostics() {
    return diagnostics.get();
  }

  /** Any thread. */
  public void setTitle(String title) {
    this.title = title;
    changed();
  }

  /** Any thread. */
  public void setIcon(@Nullable Icon icon) {
    this.icon = icon;
    changed();
  }

  /** Any thread. */
  public void setBadge(String badge) {
    this.badge = badge;
    changed();
  }

  /** Calls {@code listener} after title, icon or badge changed, on the thread that changed it. */
  public Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /** Collects a panel's parts. */
  public static final class Builder {

    private final String id;
    private final JComponent component;
    private String title;
    private @Nullable Icon icon;
    private Side side = Side.RIGHT;
    private Dimension size = new Dimension(360, 640);
    private List<Action> actions = Collections.emptyList();
    private Supplier<String> diagnostics = () -> "{}";

    private Builder(String id, JComponent component) {
      this.id = Objects.requireNonNull(id, "id");
      this.component = Objects.requireNonNull(component, "component");
      this.title = id;
    }

    public Builder title(String title) {
      this.title = title;
      return this;
    }

    public Builder icon(@Nullable Icon icon) {
      this.icon = icon;
      return this;
    }

    public Builder side(Side side) {
      this.side = side;
      return this;
    }

    public Builder size(Dimension size) {
      this.size = new Dimension(size);
      return this;
    }

    public Builder actions(List<Action> actions) {
      this.actions = new ArrayList<>(actions);
      return this;
    }

    public Builder diagnostics(Supplier<String> diagnostics) {
      this.diagnostics = diagnostics;
      return this;
    }

    public DockablePanel build() {
      return new DockablePanel(this);
    }
  }
}
