package io.kpiwidget.panel.swing;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;

/** Components below each other, each as wide as the column and as high as it needs to be then. */
class Column extends JPanel implements Scrollable {

  private int pad;
  private int gap;

  Column() {
    super(null);
    setOpaque(false);
  }

  final void spacing(int around, int between) {
    pad = around;
    gap = between;
    revalidate();
  }

  /** A pane in which the column scrolls when it is higher than its place. */
  final JScrollPane scrolling() {
    var pane =
        new JScrollPane(
            this,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.setViewportBorder(null);
    pane.getViewport().setOpaque(false);
    pane.setOpaque(false);
    return pane;
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getParent() instanceof JViewport view ? view.getWidth() : getWidth();
    int height = pad;
    for (var part : getComponents()) {
      height += part.isVisible() ? heightOf(part, width - 2 * pad) + gap : 0;
    }
    return new Dimension(width, height - gap + pad);
  }

  private static int heightOf(Component part, int width) {
    if (part instanceof WrapText text) {
      return text.heightAt(width);
    }
    part.setSize(width, part.getHeight());
    return part.getPreferredSize().height;
  }

  @Override
  public void doLayout() {
    int y = pad;
    int width = getWidth() - 2 * pad;
    for (var part : getComponents()) {
      if (part.isVisible()) {
        int height = heightOf(part, width);
        part.setBounds(pad, y, width, height);
        y += height + gap;
      }
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return 16;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(16, visible.height - 32);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
