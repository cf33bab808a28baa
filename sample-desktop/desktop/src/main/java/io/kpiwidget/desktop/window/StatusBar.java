package io.kpiwidget.desktop.window;

import io.kpiwidget.host.Notice;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The line at the foot: who is signed in, the latest notice, the look, the time. */
final class StatusBar extends JPanel {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final Clock clock;
  private final JLabel session = Words.plain(new JLabel());
  private final JLabel notice = Words.plain(new JLabel(" "));
  private final JButton notices = tool("No notices", "status.notices");
  private final JButton look = tool("", "status.look");
  private final JLabel time = new JLabel();

  StatusBar(Clock clock, UiAction openNotices, UiAction switchLook) {
    super(new BorderLayout(16, 0));
    this.clock = clock;
    setName("status");
    session.setName("status.session");
    notice.setName("status.notice");
    time.setName("status.time");
    notices.setIcon(Glyph.BELL.icon());
    notices.addActionListener(e -> openNotices.run());
    look.addActionListener(e -> switchLook.run());
    look.setToolTipText("Light or dark (Ctrl+Shift+L)");
    Look.styled(this, "background: $Desktop.bar; border: 3,14,3,10,$Desktop.line");
    Look.styled(session, "foreground: $Desktop.muted");
    Look.styled(time, "foreground: $Desktop.muted");
    add(session, BorderLayout.WEST);
    add(notice, BorderLayout.CENTER);
    add(end(), BorderLayout.EAST);
    refresh();
  }

  private JComponent end() {
    JPanel end = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
    end.setOpaque(false);
    end.add(notices);
    end.add(look);
    end.add(time);
    return end;
  }

  private static JButton tool(String text, String name) {
    JButton button = new JButton(text);
    button.setName(name);
    button.putClientProperty("JButton.buttonType", "toolBarButton");
    return button;
  }

  void session(String text, boolean signedIn) {
    session.setIcon(new DotIcon(signedIn ? "success" : "muted"));
    session.setText(text);
  }

  void notice(Notice latest, int count) {
    notice.setIcon(Glyph.WARNING.icon(color(latest)));
    notice.setText(latest.text());
    notice.setToolTipText(latest.nextStep().isEmpty() ? latest.text() : latest.nextStep());
    notices.setText(count == 1 ? "1 notice" : count + " notices");
  }

  private static String color(Notice notice) {
    return switch (notice.level()) {
      case INFO -> "muted";
      case WARNING -> "warning";
      case ERROR -> "danger";
    };
  }

  void refresh() {
    boolean dark = Look.present() == Look.DARK;
    look.setIcon((dark ? Glyph.SUN : Glyph.MOON).icon());
    look.setText(dark ? "Light" : "Dark");
    time.setText(TIME.format(LocalTime.now(clock)));
  }

  JComponent focusTarget() {
    return notices;
  }
}
