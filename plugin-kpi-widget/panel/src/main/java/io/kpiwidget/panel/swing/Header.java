package io.kpiwidget.panel.swing;

import io.kpiwidget.panel.state.Freshness;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.GridLayout;
import java.awt.Insets;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The panel's one header, over whichever view is in front: title, freshness, refresh, menu. */
final class Header extends JPanel {

  private final JLabel title = new JLabel();
  private final JLabel freshness = new JLabel();
  private final JButton refresh = new JButton(LineIcon.REFRESH);
  private final JButton more = new JButton(LineIcon.MORE);
  private Palette palette = Palette.current();
  private Freshness.Level level = Freshness.Level.NONE;

  Header(Runnable onRefresh, Runnable onMore) {
    super(new BorderLayout());
    setName("header");
    title.setName("header.title");
    title.putClientProperty("html.disable", true);
    freshness.setName("header.freshness");
    refresh.setName("header.refresh");
    more.setName("header.menu");
    refresh.addActionListener(e -> onRefresh.run());
    more.addActionListener(e -> onMore.run());
    add(lines(), BorderLayout.CENTER);
    add(buttons(), BorderLayout.LINE_END);
    look(palette);
  }

  private JPanel lines() {
    var lines = new JPanel(new GridLayout(2, 1));
    lines.setOpaque(false);
    lines.add(title);
    lines.add(freshness);
    return lines;
  }

  private JPanel buttons() {
    var buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 2, 2));
    buttons.setOpaque(false);
    tool(refresh);
    tool(more);
    buttons.add(refresh);
    buttons.add(more);
    return buttons;
  }

  /** A flat button that shows its icon only. */
  static void tool(AbstractButton button) {
    // FlatLaf's look for buttons in a tool bar; other looks ignore it
    button.putClientProperty("JButton.buttonType", "toolBarButton");
    button.setMargin(new Insets(2, 2, 2, 2));
    button.setOpaque(false);
  }

  void texts(String refreshWord, String moreWord) {
    label(refresh, refreshWord);
    label(more, moreWord);
  }

  private static void label(AbstractButton button, String word) {
    button.setToolTipText(word);
    button.getAccessibleContext().setAccessibleName(word);
  }

  void title(String text) {
    title.setText(text);
  }

  void freshness(Freshness now) {
    level = now.level();
    // a blank keeps the line's height
    freshness.setText(now.text().isEmpty() ? " " : now.text());
    freshness.setForeground(colour());
  }

  private Color colour() {
    var colour =
        switch (level) {
          case NONE, FRESH -> palette.faint();
          case STALE -> palette.warn();
          case OFFLINE -> palette.bad();
        };
    return Contrast.readable(colour, palette.ground());
  }

  /** Where a menu of the last button should open. */
  JButton more() {
    return more;
  }

  void look(Palette next) {
    palette = next;
    int gap = palette.gap();
    setBorder(BorderFactory.createEmptyBorder(gap, gap * 2 + 1, gap, gap));
    title.setFont(palette.bold());
    title.setForeground(Contrast.readable(palette.text(), palette.ground()));
    freshness.setFont(palette.small());
    freshness.setForeground(colour());
    refresh.setForeground(Contrast.readable(palette.faint(), palette.ground()));
    more.setForeground(Contrast.readable(palette.faint(), palette.ground()));
  }

  @Override
  protected void paintComponent(Graphics g) {
    super.paintComponent(g);
    g.setColor(palette.line());
    g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, getPreferredSize().height);
  }
}
