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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A component with all a desktop needs to dock it. A plugin builds it, a desktop reads it.
 *
 * <p>Title, icon and badge may change on any thread; the rest never does. All accessors may be
 * called on any thread and return at once, unless they say otherwise. The {@link #component} itself
 * is Swing's, and so for the EDT. After the plugin has stopped, the panel is only waste: nothing in
 * it is of use any more.
 */
public final class DockablePanel {

  /** Where the panel would like to be. */
  public enum Side {
    /** Left of the desktop's main content. */
    LEFT,
    /** Right of the desktop's main content; where panels go by default. */
    RIGHT,
    /** Below the desktop's main content. */
    BOTTOM
  }

  private static final Logger log = LoggerFactory.getLogger(DockablePanel.class);

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

  /**
   * Starts a panel that shows {@code component}. The {@code id} stays the same over restarts, so
   * that a desktop can remember the panel's place; no two panels share one.
   */
  public static Builder of(String id, JComponent component) {
    return new Builder(id, component);
  }

  /** Returns the id under which a desktop remembers the panel's place. */
  public String id() {
    return id;
  }

  /** Returns the one component: the same instance wherever the desktop moves it. */
  public JComponent component() {
    return component;
  }

  /** Returns what the tab says at present; the id when the plugin gave no title. */
  public String title() {
    return title;
  }

  /** Returns the tab's icon, or null for none. */
  public @Nullable Icon icon() {
    return icon;
  }

  /** Returns where the panel would like to be; the desktop decides. */
  public Side side() {
    return side;
  }

  /** Returns the size that suits the panel, in Swing's pixels; a copy. */
  public Dimension size() {
    return new Dimension(size);
  }

  /** Returns actions that a desktop may offer in its own menus; unmodifiable. EDT to use them. */
  public List<Action> actions() {
    return actions;
  }

  /** Returns a few characters for the tab; empty when there is nothing to say, never null. */
  public String badge() {
    return badge;
  }

  /**
   * Returns the panel's state as JSON text for a support ticket: no secrets, no customer data.
   *
   * <p>May block for two seconds; not for the EDT.
   */
  public String diagnostics() {
    return diagnostics.get();
  }

  /** Changes what the tab says, and calls the listeners. Any thread. */
  public void setTitle(String title) {
    this.title = Objects.requireNonNull(title, "title");
    changed();
  }

  /** Changes the tab's icon, null for none, and calls the listeners. Any thread. */
  public void setIcon(@Nullable Icon icon) {
    this.icon = icon;
    changed();
  }

  /** Changes the badge, empty for none, and calls the listeners. Any thread. */
  public void setBadge(String badge) {
    this.badge = Objects.requireNonNull(badge, "badge");
    changed();
  }

  /**
   * Calls {@code listener} after title, icon or badge changed, on the thread that changed it: a
   * desktop hops to the EDT and reads what is there then. Not called for the present values.
   */
  public Registration onChange(Runnable listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return () -> listeners.remove(listener);
  }

  private void changed() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        log.error("A listener of the panel {} failed", id, e);
      }
    }
  }

  /** Collects a panel's parts. Not for use by several threads at once. */
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

    /** What the tab says; the id when this is not called. */
    public Builder title(String title) {
      this.title = Objects.requireNonNull(title, "title");
      return this;
    }

    /** The tab's icon; null for none. */
    public Builder icon(@Nullable Icon icon) {
      this.icon = icon;
      return this;
    }

    /** Where the panel would like to be; right when this is not called. */
    public Builder side(Side side) {
      this.side = Objects.requireNonNull(side, "side");
      return this;
    }

    /** The size that suits the panel, in Swing's pixels; copied. 360 by 640 if not called. */
    public Builder size(Dimension size) {
      this.size = new Dimension(size);
      return this;
    }

    /** Actions for the desktop's own menus; copied. */
    public Builder actions(List<Action> actions) {
      this.actions = new ArrayList<>(actions);
      return this;
    }

    /** What {@link DockablePanel#diagnostics} asks, on the thread that asks. */
    public Builder diagnostics(Supplier<String> diagnostics) {
      this.diagnostics = Objects.requireNonNull(diagnostics, "diagnostics");
      return this;
    }

    /** Returns the panel. */
    public DockablePanel build() {
      return new DockablePanel(this);
    }
  }
}
