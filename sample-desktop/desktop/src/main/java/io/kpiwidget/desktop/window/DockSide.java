package io.kpiwidget.desktop.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.function.IntConsumer;
import javax.swing.Box;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JToolBar;

/** One edge of the desktop with its tabs; invisible while it has none. */
final class DockSide extends JPanel {

  private final JTabbedPane tabs = new JTabbedPane();
  private int highest;

  /** Told what the agent wants to do with the tab of a component. */
  interface Listener {
    void floatTab(JComponent component);

    void hideTab(JComponent component);
  }

  DockSide(String name, Listener listener) {
    super(new BorderLayout());
    setName("dock:" + name);
    tabs.setName("dock:" + name + ".tabs");
    tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
    tabs.getAccessibleContext().setAccessibleName("Panels");
    tabs.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSABLE, true);
    tabs.putClientProperty(
        FlatClientProperties.TABBED_PANE_TAB_CLOSE_TOOLTIPTEXT, "Hide (back with View > Panels)");
    tabs.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_CLOSE_CALLBACK, closing(listener));
    tabs.putClientProperty(FlatClientProperties.TABBED_PANE_TRAILING_COMPONENT, tools(listener));
    Look.styled(this, "background: $Desktop.bar; border: 0,1,0,0,$Desktop.line");
    add(tabs, BorderLayout.CENTER);
    setVisible(false);
  }

  /** FlatLaf asks for a JDK function; it calls it on the EDT only. */
  @SuppressWarnings("guieffect")
  private IntConsumer closing(Listener listener) {
    return index -> listener.hideTab((JComponent) tabs.getComponentAt(index));
  }

  private JComponent tools(Listener listener) {
    JButton button = new JButton(Glyph.FLOAT.icon("muted"));
    button.setName("dock.float");
    button.setToolTipText("Open in a window of its own");
    button.getAccessibleContext().setAccessibleName("Float the panel");
    button.addActionListener(
        e -> {
          if (tabs.getSelectedComponent() instanceof JComponent selected) {
            listener.floatTab(selected);
          }
        });
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    bar.setOpaque(false);
    bar.add(Box.createHorizontalGlue());
    bar.add(button);
    return bar;
  }

  void add(String title, Icon icon, JComponent component) {
    tabs.addTab(title, icon, component);
    tabs.setSelectedComponent(component);
    setVisible(true);
  }

  /** Room for a panel of this height; a panel that would like more scrolls. */
  void grow(int height) {
    highest = Math.max(highest, height);
  }

  @Override
  public Dimension getPreferredSize() {
    Dimension size = super.getPreferredSize();
    return new Dimension(size.width, Math.min(size.height, highest));
  }

  void take(JComponent component) {
    tabs.remove(component);
    setVisible(tabs.getTabCount() > 0);
  }

  void select(JComponent component) {
    tabs.setSelectedComponent(component);
  }

  void label(JComponent component, String title, Icon icon) {
    int index = tabs.indexOfComponent(component);
    if (index >= 0) {
      tabs.setTitleAt(index, title);
      tabs.setIconAt(index, icon);
    }
  }

  JComponent focusTarget() {
    return tabs;
  }
}
