package io.kpiwidget.desktop.window;

import io.kpiwidget.host.DockablePanel.Side;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;

/** How the desktop's parts lie beside each other, and the way of F6 through them. */
final class DeskParts {

  private static final int LIST_WIDTH = 264;
  private static final int DOCK_WIDTH = 420;

  private final Dock dock;
  private final AgentDesk agent;
  private final JSplitPane right;

  DeskParts(Dock dock, AgentDesk agent) {
    this.dock = dock;
    this.agent = agent;
    right = Splits.of(JSplitPane.HORIZONTAL_SPLIT, center(), dock.side(Side.RIGHT));
    right.setResizeWeight(1);
  }

  /** Everything between the softphone and the status bar. */
  JComponent all() {
    JSplitPane left = Splits.of(JSplitPane.HORIZONTAL_SPLIT, agent.conversations(), right);
    left.setDividerLocation(LIST_WIDTH);
    return left;
  }

  private JComponent center() {
    JPanel desk = new JPanel(new BorderLayout(0, 12));
    desk.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
    desk.add(agent.customer(), BorderLayout.CENTER);
    desk.add(agent.notes(), BorderLayout.SOUTH);
    JPanel center = new JPanel(new BorderLayout());
    center.add(dock.side(Side.LEFT), BorderLayout.WEST);
    center.add(desk, BorderLayout.CENTER);
    center.add(dock.side(Side.BOTTOM), BorderLayout.SOUTH);
    return center;
  }

  /** Adds every part to {@code regions}, from the top of the window to its foot. */
  void regions(StatusBar status, Regions regions) {
    regions
        .add(agent.softphone(), agent.softphone().focusTarget())
        .add(agent.conversations(), agent.conversations().focusTarget())
        .add(agent.customer(), agent.customer().focusTarget())
        .add(agent.notes(), agent.notes().focusTarget());
    for (Side side : new Side[] {Side.LEFT, Side.BOTTOM, Side.RIGHT}) {
      regions.add(dock.side(side), dock.side(side).focusTarget());
    }
    regions.add(status, status.focusTarget());
  }

  /** A dock that has come back takes its width. */
  void layoutChanged() {
    if (dock.side(Side.RIGHT).isVisible()) {
      right.setDividerLocation(right.getWidth() - right.getDividerSize() - DOCK_WIDTH);
    }
    right.revalidate();
  }
}
