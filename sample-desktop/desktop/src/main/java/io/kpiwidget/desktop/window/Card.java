package io.kpiwidget.desktop.window;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A titled surface; the desktop's regions are made of these. */
final class Card extends JPanel {

  private final JPanel tools = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
  private final JLabel title;

  Card(String title, Icon icon, JComponent content) {
    super(new BorderLayout(0, 8));
    this.title = new JLabel(title, icon, JLabel.LEADING);
    this.title.setIconTextGap(8);
    Look.styled(this.title, "font: bold");
    Look.styled(this, "background: $Desktop.card; arc: 10; border: 12,14,12,14,$Desktop.line,1,10");
    tools.setOpaque(false);
    add(header(), BorderLayout.NORTH);
    add(content, BorderLayout.CENTER);
  }

  private JPanel header() {
    JPanel header = new JPanel(new BorderLayout());
    header.setOpaque(false);
    header.setBorder(BorderFactory.createEmptyBorder(0, 0, 2, 0));
    header.add(title, BorderLayout.CENTER);
    header.add(tools, BorderLayout.EAST);
    return header;
  }

  /** Puts {@code tool} at the end of the title line. */
  Card tool(JComponent tool) {
    tools.add(tool);
    return this;
  }

  void title(String text) {
    title.setText(text);
  }
}
