package io.kpiwidget.desktop.window;

import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Registration;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JComponent;

/** A panel with its place and, while it floats, its window. */
final class DockEntry {

  private final DockablePanel panel;
  private Place place = Place.HIDDEN;
  private Optional<FloatingWindow> window = Optional.empty();
  private Optional<Registration> changes = Optional.empty();

  DockEntry(DockablePanel panel) {
    this.panel = panel;
  }

  DockablePanel panel() {
    return panel;
  }

  String id() {
    return panel.id();
  }

  JComponent component() {
    return panel.component();
  }

  /** The title with what the panel wants to say beside it. */
  String title() {
    return panel.badge().isEmpty() ? panel.title() : panel.title() + "  ·  " + panel.badge();
  }

  Icon icon() {
    Icon own = panel.icon();
    return own == null ? Glyph.PANEL.icon("muted") : own;
  }

  Place place() {
    return place;
  }

  void place(Place next) {
    place = next;
  }

  Optional<FloatingWindow> window() {
    return window;
  }

  void window(Optional<FloatingWindow> next) {
    window = next;
  }

  void changes(Registration registration) {
    changes = Optional.of(registration);
  }

  void close() {
    if (changes.isPresent()) {
      changes.get().close();
    }
  }
}
