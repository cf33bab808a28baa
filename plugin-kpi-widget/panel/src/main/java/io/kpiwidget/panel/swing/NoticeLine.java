package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import java.awt.Component;
import java.awt.Dimension;
import java.util.function.Consumer;
import javax.swing.JButton;

/** A piece of news, what to do about it in a quieter voice, and a cross to take it away. */
final class NoticeLine extends Card {

  private final Notice notice;
  private final WrapText sentence = new WrapText();
  private final WrapText nextStep = new WrapText();
  private final JButton dismiss = new JButton(LineIcon.CLOSE);
  private Palette palette = Palette.current();

  NoticeLine(Notice notice, String dismissWord, Consumer<NoticeLine> onDismiss) {
    super(null);
    this.notice = notice;
    sentence.setName("notices.sentence");
    dismiss.setName("notices.dismiss");
    sentence.show(notice.sentence());
    nextStep.show(notice.nextStep());
    Header.tool(dismiss);
    dismiss.setToolTipText(dismissWord);
    dismiss.getAccessibleContext().setAccessibleName(dismissWord + ": " + notice.sentence());
    dismiss.addActionListener(e -> onDismiss.accept(this));
    add(sentence);
    add(nextStep);
    add(dismiss);
    look(palette);
  }

  void look(Palette next) {
    palette = next;
    surface(palette);
    sentence.look(palette.small(), palette.text());
    nextStep.look(palette.small(), palette.faint());
    dismiss.setForeground(palette.faint());
  }

  Notice notice() {
    return notice;
  }

  /** The sentence on the screen. */
  String shown() {
    return sentence.getText();
  }

  private int words() {
    return Math.max(1, getWidth() - cross().width - 3 * palette.gap());
  }

  private Dimension cross() {
    return dismiss.getPreferredSize();
  }

  @Override
  public Dimension getPreferredSize() {
    int text = sentence.heightAt(words()) + nextStep.heightAt(words());
    return new Dimension(getWidth(), Math.max(cross().height, text + 2 * palette.gap()));
  }

  @Override
  public void doLayout() {
    int gap = palette.gap();
    int height = sentence.heightAt(words());
    place(sentence, 2 * gap, gap, new Dimension(words(), height));
    place(nextStep, 2 * gap, gap + height, new Dimension(words(), nextStep.heightAt(words())));
    place(dismiss, getWidth() - cross().width, 0, cross());
  }

  private void place(Component part, int x, int y, Dimension size) {
    boolean forward = getComponentOrientation().isLeftToRight();
    part.setBounds(forward ? x : getWidth() - x - size.width, y, size.width, size.height);
  }
}
