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
 * it is of use any more. A desktop that keeps it keeps the plugin's class loader alive, so what
 * {@link AgentDesktop#dock} returned lets go of it.
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
   * Starts a panel that shows {@code component}; EDT, as for anything that holds Swing. Neither may
   * be null.
   *
   * <p>The {@code id} stays the same over restarts, so that a desktop can remember the panel's
   * place; no two panels share one. The host docks the panel once; after the plugin's stop a new
   * one is made.
   */
  public static Builder of(String id, JComponent component) {
    return new Builder(id, component);
  }

  /**
   * Returns the id under which a desktop remembers the panel's place; never null, never changes. It
   * is not for people: {@link #title} is.
   */
  public String id() {
    return id;
  }

  /**
   * Returns the one component: the same instance wherever the desktop moves it, never null. It has
   * one parent at a time, and the EDT alone may touch it.
   */
  public JComponent component() {
    return component;
  }

  /**
   * Returns what the tab says at present; the id when the plugin gave no title, never null. Plain
   * text.
   */
  public String title() {
    return title;
  }

  /**
   * Returns the tab's icon at present, or null for none. It is painted on the EDT; 16 pixels fit a
   * tab.
   */
  public @Nullable Icon icon() {
    return icon;
  }

  /**
   * Returns where the panel would like to be; the desktop decides. Never null; right by default.
   */
  public Side side() {
    return side;
  }

  /**
   * Returns the size that suits the panel, in Swing's pixels, before any scaling; a copy. A wish,
   * like the side: panels must cope with less.
   */
  public Dimension size() {
    return new Dimension(size);
  }

  /**
   * Returns actions that a desktop may offer in its own menus; unmodifiable, empty for none. On the
   * EDT only are they to be read and performed, and not after the plugin's stop.
   */
  public List<Action> actions() {
    return actions;
  }

  /**
   * Returns a few characters for the tab, a count most often; empty when there is nothing to say,
   * never null.
   */
  public String badge() {
    return badge;
  }

  /**
   * Returns the panel's state as JSON text for a support ticket: no secrets, no customer data. May
   * block for two seconds, so not for the EDT.
   *
   * <p>What the plugin throws comes out here: a desktop catches it and notes that in the ticket.
   */
  public String diagnostics() {
    return diagnostics.get();
  }

  /**
   * Changes what the tab says, and calls the listeners before it returns. Any thread; never null.
   * After the plugin's stop it is of no use and does no harm.
   */
  public void setTitle(String title) {
    this.title = Objects.requireNonNull(title, "title");
    changed();
  }

  /**
   * Changes the tab's icon, null for none, and calls the listeners before it returns. Any thread.
   */
  public void setIcon(@Nullable Icon icon) {
    this.icon = icon;
    changed();
  }

  /**
   * Changes the badge, empty for none, and calls the listeners before it returns. Any thread; never
   * null. Change it when it says something else, not with every refresh.
   */
  public void setBadge(String badge) {
    this.badge = Objects.requireNonNull(badge, "badge");
    changed();
  }

  /**
   * Calls {@code listener} after title, icon or badge changed, on the thread that changed it: a
   * desktop hops to the EDT and reads what is there then. Not called for the present values.
   *
   * <p>It must return at once. What it throws is logged, and keeps neither the plugin from going on
   * nor other listeners from hearing. It may close its own registration.
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

  /**
   * Collects a panel's parts. Not for use by several threads at once; nothing blocks, and null is
   * refused at once except as an icon.
   */
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

    /** Sets what the tab says; the id when this is not called. Never null. */
    public Builder title(String title) {
      this.title = Objects.requireNonNull(title, "title");
      return this;
    }

    /** Sets the tab's icon; null, as it is when this is not called, for none. */
    public Builder icon(@Nullable Icon icon) {
      this.icon = icon;
      return this;
    }

    /** Sets where the panel would like to be; right when this is not called. Never null. */
    public Builder side(Side side) {
      this.side = Objects.requireNonNull(side, "side");
      return this;
    }

    /**
     * Sets the size that suits the panel, in Swing's pixels; copied. 360 by 640 when this is not
     * called.
     */
    public Builder size(Dimension size) {
      this.size = new Dimension(size);
      return this;
    }

    /**
     * Sets actions for the desktop's own menus; the list is copied, the actions stay live. None
     * when this is not called.
     */
    public Builder actions(List<Action> actions) {
      this.actions = new ArrayList<>(actions);
      return this;
    }

    /**
     * Sets what {@link DockablePanel#diagnostics} asks, on the thread that asks, never the EDT. It
     * answers within two seconds, also while the plugin stops; an empty JSON object when this is
     * not called.
     */
    public Builder diagnostics(Supplier<String> diagnostics) {
      this.diagnostics = Objects.requireNonNull(diagnostics, "diagnostics");
      return this;
    }

    /**
     * Returns the panel of what was set so far. One builder makes one panel, since a component can
     * only be in one place.
     */
    public DockablePanel build() {
      return new DockablePanel(this);
    }
  }
}
