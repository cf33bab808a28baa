package io.kpiwidget.panel.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.panel.OnEdt;
import io.kpiwidget.panel.state.Texts;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

final class AskedPaneTest {

  private static final Texts TEXTS = Texts.in(Locale.ENGLISH);

  private final List<String> told = new ArrayList<>();
  private boolean busy;
  private final AskedPane pane =
      OnEdt.get(
          () ->
              new AskedPane(
                  () -> told.add("ask"),
                  text -> told.add("copy " + text) && !busy,
                  () -> told.add("close")));

  @Test
  void words_areShown_andCanBeSelected() {
    OnEdt.run(() -> pane.show("QUEUES: waiting; 5 s old", TEXTS));

    var body = (JTextComponent) find("message.body");
    assertThat(body.getText()).isEqualTo("QUEUES: waiting; 5 s old");
    assertThat(body.isFocusable()).isTrue();
  }

  @Test
  void newerWords_leaveASelectionAlone() {
    OnEdt.run(() -> pane.show("QUEUES: waiting", TEXTS));
    var body = (JTextComponent) find("message.body");
    OnEdt.run(
        () -> {
          body.select(0, 6);
          pane.show("QUEUES: longestWait", TEXTS);
        });

    assertThat(body.getSelectedText()).isEqualTo("QUEUES");
  }

  @Test
  void copyAndBack_areButtons_backIsEscapeToo() {
    OnEdt.run(
        () -> {
          pane.show("x", TEXTS);
          ((AbstractButton) find("message.copy")).doClick();
          ((AbstractButton) find("message.retry")).doClick();
          var key =
              pane.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                  .get(KeyStroke.getKeyStroke("ESCAPE"));
          pane.getActionMap()
              .get(key)
              .actionPerformed(new ActionEvent(pane, ActionEvent.ACTION_PERFORMED, ""));
        });

    assertThat(told).containsExactly("copy x", "close", "close");
  }

  @Test
  void copy_isConfirmed_andByTheKeyboardToo() {
    OnEdt.run(
        () -> {
          pane.show("x", TEXTS);
          ((AbstractButton) find("message.copy")).doClick();
        });

    assertThat(((JTextComponent) find("message.remark")).getText()).isEqualTo("Copied.");
    assertThat(((AbstractButton) find("message.copy")).getMnemonic()).isEqualTo('C');
  }

  @Test
  void confirmation_goesAfterAWhile() {
    OnEdt.run(
        () -> {
          pane.show("x", TEXTS);
          ((AbstractButton) find("message.copy")).doClick();
          for (int look = 0; look < 5; look++) {
            pane.show("y" + look, TEXTS);
          }
        });

    assertThat(((JTextComponent) find("message.remark")).getText()).isEmpty();
  }

  @Test
  void clipboardInUse_saysWhatToDo() {
    busy = true;
    OnEdt.run(
        () -> {
          pane.show("x", TEXTS);
          ((AbstractButton) find("message.copy")).doClick();
        });

    assertThat(((JTextComponent) find("message.remark")).getText()).contains("again");
  }

  private Component find(String name) {
    return OnEdt.get(
        () -> walk(pane).filter(c -> name.equals(c.getName())).findFirst().orElseThrow());
  }

  private static Stream<Component> walk(Component from) {
    return from instanceof Container container
        ? Stream.concat(
            Stream.of(from), Stream.of(container.getComponents()).flatMap(AskedPaneTest::walk))
        : Stream.of(from);
  }
}
