package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.panel.state.KpiText;
import java.awt.Component;
import java.awt.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JPanel;

/** The tiles: as many columns as fit, all of one size. */
final class TileGrid extends JPanel {

  private final Map<String, Tile> tiles = new LinkedHashMap<>();
  private Palette palette = Palette.current();
  private int laidOutFor;

  TileGrid() {
    super(null);
    setName("tiles");
    setOpaque(false);
  }

  void show(List<Kpi> kpis, KpiText text, boolean expired) {
    var ids = kpis.stream().map(Kpi::id).toList();
    if (!ids.equals(List.copyOf(tiles.keySet()))) {
      rebuild(ids);
    }
    for (var kpi : kpis) {
      tile(kpi.id()).show(kpi, text, expired);
    }
    if (laidOutFor != tileHeight()) {
      revalidate();
    }
  }

  private void rebuild(List<String> ids) {
    removeAll();
    tiles.clear();
    for (var id : ids) {
      add(tile(id));
    }
    revalidate();
  }

  private Tile tile(String id) {
    var tile = tiles.get(id);
    if (tile == null) {
      tile = new Tile(id);
      tiles.put(id, tile);
    }
    return tile;
  }

  void look(Palette next) {
    palette = next;
    for (var tile : tiles.values()) {
      tile.look(next);
    }
  }

  Map<String, Shown.Figure> shown() {
    var figures = new LinkedHashMap<String, Shown.Figure>();
    for (var tile : tiles.entrySet()) {
      figures.put(tile.getKey(), tile.getValue().shown());
    }
    return figures;
  }

  private int columns(int width) {
    int least = Math.round(palette.font().getSize2D() * 13);
    int fit = Math.max(1, (width + palette.gap()) / least);
    return Math.min(Math.max(2, fit), Math.max(1, tiles.size()));
  }

  @Override
  public Dimension getPreferredSize() {
    if (tiles.isEmpty()) {
      return new Dimension(0, 0);
    }
    int columns = columns(getWidth());
    int rows = (tiles.size() + columns - 1) / columns;
    int gap = gap();
    return new Dimension(getWidth(), rows * (tileHeight() + gap) - gap);
  }

  private int gap() {
    return palette.gap() + palette.gap() / 2;
  }

  /** The highest tile's: one without a course of values needs less. */
  private int tileHeight() {
    int height = 0;
    for (var tile : tiles.values()) {
      height = Math.max(height, tile.getPreferredSize().height);
    }
    return height;
  }

  @Override
  public void doLayout() {
    laidOutFor = tileHeight();
    int columns = columns(getWidth());
    int gap = gap();
    for (int i = 0; i < getComponentCount(); i++) {
      int column = i % columns;
      int left = column * (getWidth() + gap) / columns;
      int right = (column + 1) * (getWidth() + gap) / columns - gap;
      place(getComponent(i), left, i / columns * (laidOutFor + gap), right - left);
    }
  }

  private void place(Component tile, int x, int y, int width) {
    boolean forward = getComponentOrientation().isLeftToRight();
    tile.setBounds(forward ? x : getWidth() - x - width, y, width, laidOutFor);
  }
}
