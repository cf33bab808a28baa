package io.kpiwidget.desktop.window;

import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Registration;
import java.awt.Window;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * The places of the panels: in a tab, in a window, nowhere. A panel's one component is moved, never
 * made again.
 */
final class Dock implements DockSide.Listener {

  private final Map<DockablePanel.Side, DockSide> sides = new EnumMap<>(DockablePanel.Side.class);
  private final List<DockEntry> entries = new ArrayList<>();
  private final UiAction layoutChanged;
  private Optional<Window> owner = Optional.empty();

  Dock(UiAction layoutChanged) {
    this.layoutChanged = layoutChanged;
    for (DockablePanel.Side side : DockablePanel.Side.values()) {
      sides.put(side, new DockSide(side.name(), this));
    }
  }

  void owner(Window window) {
    owner = Optional.of(window);
  }

  DockSide side(DockablePanel.Side side) {
    DockSide found = sides.get(side);
    if (found == null) {
      throw new IllegalArgumentException("no such side: " + side);
    }
    return found;
  }

  List<DockEntry> entries() {
    return entries;
  }

  Optional<DockEntry> entry(String id) {
    for (DockEntry entry : entries) {
      if (entry.id().equals(id)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Docks a new panel; closing the answer takes it away again, from any thread. */
  Registration add(DockablePanel panel) {
    DockEntry entry = new DockEntry(panel);
    entries.add(entry);
    entry.changes(panel.onChange(() -> SwingUtilities.invokeLater(() -> label(entry))));
    move(entry, Place.DOCKED);
    return () -> SwingUtilities.invokeLater(() -> remove(entry));
  }

  private void remove(DockEntry entry) {
    if (entries.remove(entry)) {
      leave(entry);
      entry.close();
      layoutChanged.run();
    }
  }

  void move(DockEntry entry, Place next) {
    if (entry.place() != next) {
      leave(entry);
      entry.place(next);
      enter(entry);
      layoutChanged.run();
    }
  }

  private void leave(DockEntry entry) {
    if (entry.window().isPresent()) {
      entry.window().get().close(entry.component());
      entry.window(Optional.empty());
    } else if (entry.place() == Place.DOCKED) {
      side(entry.panel().side()).take(entry.component());
    }
  }

  private void enter(DockEntry entry) {
    if (entry.place() == Place.DOCKED) {
      DockSide side = side(entry.panel().side());
      side.add(entry.title(), entry.icon(), entry.component());
      side.grow(entry.panel().size().height);
    } else if (entry.place() == Place.FLOATING && owner.isPresent()) {
      FloatingWindow window =
          new FloatingWindow(entry, owner.get(), () -> move(entry, Place.DOCKED));
      entry.window(Optional.of(window));
      window.show();
    }
  }

  private void label(DockEntry entry) {
    side(entry.panel().side()).label(entry.component(), entry.title(), entry.icon());
    if (entry.window().isPresent()) {
      entry.window().get().title(entry.title());
    }
  }

  /** A hidden panel is in no window, so the new look does not reach it by itself. */
  void lookChanged() {
    for (DockEntry entry : entries) {
      if (entry.place() == Place.HIDDEN) {
        SwingUtilities.updateComponentTreeUI(entry.component());
      }
    }
  }

  void closeWindows() {
    for (DockEntry entry : entries) {
      if (entry.place() == Place.FLOATING) {
        leave(entry);
      }
    }
  }

  @Override
  public void floatTab(JComponent component) {
    moveOwner(component, Place.FLOATING);
  }

  @Override
  public void hideTab(JComponent component) {
    moveOwner(component, Place.HIDDEN);
  }

  private void moveOwner(JComponent component, Place place) {
    for (DockEntry entry : new ArrayList<>(entries)) {
      if (entry.component() == component) {
        move(entry, place);
      }
    }
  }
}
