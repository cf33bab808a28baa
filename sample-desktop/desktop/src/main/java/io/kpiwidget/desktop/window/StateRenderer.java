package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.conversation.AgentState;
import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JLabel;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;

/** An agent state with its dot. */
final class StateRenderer extends DefaultListCellRenderer {

  @Override
  public Component getListCellRendererComponent(
      JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
    Component cell = super.getListCellRendererComponent(list, value, index, selected, focused);
    if (cell instanceof JLabel label && value instanceof AgentState state) {
      label.setIcon(new DotIcon(state.takesCalls() ? "success" : "warning"));
      label.setIconTextGap(8);
    }
    return cell;
  }
}
