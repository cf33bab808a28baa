package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.panel.state.KpiText;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JPanel;

/** The tiles: as many columns as fit, of one size; a large one has a row to itself. */
final class TileGrid extends JPanel {

  private final Map<String, Tile> tiles = new LinkedHashMap<>();
  private Palette palette = Palette.current();
  private List<Integer> laidOutFor = List.of();

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
    if (!laidOutFor.equals(heights(rows()))) {
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

  private List<List<Tile>> rows() {
    return Rows.of(List.copyOf(tiles.values()), Tile::large, columns());
  }

  private int columns() {
    int least = Math.round(palette.font().getSize2D() * 13);
    int fit = Math.max(1, (getWidth() + palette.gap()) / least);
    int small = (int) tiles.values().stream().filter(tile -> !tile.large()).count();
    return Math.min(Math.max(narrow() ? 1 : 2, fit), Math.max(1, small));
  }

  /** Whether two figures beside each other would be cut. */
  private boolean narrow() {
    return getWidth() > 0 && getWidth() < palette.font().getSize2D() * 18;
  }

  @Override
  public Dimension getPreferredSize() {
    int height = 0;
    for (int row : heights(rows())) {
      height += row + gap();
    }
    return new Dimension(getWidth(), Math.max(0, height - gap()));
  }

  private int gap() {
    return palette.gap() + palette.gap() / 2;
  }

  /** One height for all, but where a row is large or has a reason to give. */
  private List<Integer> heights(List<List<Tile>> rows) {
    int usual = 0;
    for (var tile : tiles.values()) {
      usual = Math.max(usual, tile.large() ? 0 : tile.usualHeight());
    }
    var heights = new ArrayList<Integer>();
    for (var row : rows) {
      heights.add(Math.max(row.get(0).large() ? 0 : usual, height(row)));
    }
    return heights;
  }

  private int height(List<Tile> row) {
    int height = 0;
    for (int i = 0; i < row.size(); i++) {
      height = Math.max(height, row.get(i).heightAt(right(row, i) - left(row, i)));
    }
    return height;
  }

  private int left(List<Tile> row, int column) {
    return column * (getWidth() + gap()) / across(row);
  }

  private int right(List<Tile> row, int column) {
    return (column + 1) * (getWidth() + gap()) / across(row) - gap();
  }

  private int across(List<Tile> row) {
    return row.get(0).large() ? 1 : columns();
  }

  @Override
  public void doLayout() {
    var rows = rows();
    laidOutFor = heights(rows);
    int y = 0;
    for (int i = 0; i < rows.size(); i++) {
      place(rows.get(i), y, laidOutFor.get(i));
      y += laidOutFor.get(i) + gap();
    }
  }

  private void place(List<Tile> row, int y, int height) {
    boolean forward = getComponentOrientation().isLeftToRight();
    for (int i = 0; i < row.size(); i++) {
      int left = left(row, i);
      int width = right(row, i) - left;
      row.get(i).setBounds(forward ? left : getWidth() - left - width, y, width, height);
    }
  }
}
