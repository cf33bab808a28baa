package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.panel.state.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** News above the figures, until it passes by itself or the agent takes it away. */
final class Notices extends Column {

  private final Set<Notice> dismissed = new HashSet<>();
  private List<Notice> known = List.of();
  private Palette palette = Palette.current();

  Notices() {
    setName("notices");
    setVisible(false);
  }

  /** Shows {@code now}; what was taken away stays so as long as it is among them. */
  void show(List<Notice> now, Texts texts) {
    dismissed.retainAll(now);
    if (!known.equals(now)) {
      known = now;
      rebuild(texts.of("dismiss"));
    }
  }

  /** Another agent has read none of it. */
  void forget() {
    dismissed.clear();
    known = List.of();
  }

  private void rebuild(String dismissWord) {
    removeAll();
    for (var notice : known) {
      if (!dismissed.contains(notice)) {
        add(new NoticeLine(notice, dismissWord, this::dismiss));
      }
    }
    changed();
  }

  private void dismiss(NoticeLine line) {
    dismissed.add(line.notice());
    remove(line);
    changed();
  }

  /** A screen reader says the name when it changes. */
  private void changed() {
    setVisible(getComponentCount() > 0);
    getAccessibleContext().setAccessibleName(String.join(" ", shown()));
    revalidate();
    repaint();
  }

  void look(Palette next) {
    palette = next;
    spacing(0, palette.gap());
    for (var part : getComponents()) {
      ((NoticeLine) part).look(palette);
    }
  }

  /** The sentences on the screen. */
  List<String> shown() {
    var sentences = new ArrayList<String>();
    for (var part : getComponents()) {
      sentences.add(((NoticeLine) part).shown());
    }
    return sentences;
  }
}
