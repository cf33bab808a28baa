package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.widget.KpiStatus;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Graphics;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** A slim line above the figures: what is wrong, what to do; with a cross where it may go away. */
final class Banner extends JPanel {

  private final JLabel mark = new JLabel();
  private final WrapText words = new WrapText();
  private final JButton dismiss = new JButton(LineIcon.CLOSE);
  private Palette palette = Palette.current();

  Banner(String name, boolean dismissible) {
    super(new BorderLayout());
    setName(name);
    words.setName(name + ".text");
    setOpaque(false);
    setVisible(false);
    mark.setVerticalAlignment(SwingConstants.TOP);
    add(mark, BorderLayout.LINE_START);
    add(words, BorderLayout.CENTER);
    if (dismissible) {
      add(corner(), BorderLayout.LINE_END);
    }
    look(palette);
  }

  private JPanel corner() {
    var corner = new JPanel(new FlowLayout(FlowLayout.CENTER, 0, 0));
    corner.setOpaque(false);
    dismiss.setName(getName() + ".dismiss");
    Header.tool(dismiss);
    dismiss.addActionListener(e -> setVisible(false));
    corner.add(dismiss);
    return corner;
  }

  /** Shows {@code sentence}, or nothing when it is empty. */
  void show(String sentence, String nextStep, String dismissWord) {
    words.show((sentence + " " + nextStep).trim());
    dismiss.setToolTipText(dismissWord);
    dismiss.getAccessibleContext().setAccessibleName(dismissWord);
    getAccessibleContext().setAccessibleName(words.getText());
    setVisible(!words.getText().isEmpty());
    revalidate();
  }

  void look(Palette next) {
    palette = next;
    int gap = palette.gap();
    var fill = fill();
    setBorder(BorderFactory.createEmptyBorder(gap, gap * 2, gap, gap * 2));
    mark.setIcon(palette.icon(KpiStatus.NEAR_LIMIT, false));
    mark.setBorder(BorderFactory.createEmptyBorder(gap, 0, 0, gap * 2));
    words.look(palette.small(), Contrast.readable(palette.text(), fill));
    dismiss.setForeground(Contrast.readable(palette.faint(), fill));
  }

  private java.awt.Color fill() {
    return Contrast.mix(palette.ground(), palette.warn(), 0.12);
  }

  @Override
  public Dimension getPreferredSize() {
    var in = getInsets();
    int sides = mark.getPreferredSize().width + in.left + in.right;
    int corner = dismiss.getParent() == null ? 0 : dismiss.getPreferredSize().width;
    int wide = getWidth() > 0 ? getWidth() : getParent() == null ? 300 : getParent().getWidth();
    int height = words.heightAt(Math.max(60, wide - sides - corner));
    return new Dimension(wide, Math.max(height, corner) + in.top + in.bottom);
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(fill());
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
