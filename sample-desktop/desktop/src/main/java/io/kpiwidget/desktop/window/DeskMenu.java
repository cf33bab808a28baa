package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.conversation.Command;
import java.awt.event.KeyEvent;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;

/** The menu bar. */
final class DeskMenu {

  private final JMenuBar bar = new JMenuBar();
  private final Actions actions;
  private final Dock dock;
  private final JMenuItem signOut;
  private final JMenuItem move;
  private final JMenu panels = new JMenu("Panels");
  private final JRadioButtonMenuItem light = new JRadioButtonMenuItem("Light");
  private final JRadioButtonMenuItem dark = new JRadioButtonMenuItem("Dark");

  /** What the items do. */
  interface Actions {
    void signIn();

    void signOut();

    void move();

    void quit();

    void call(Command command);

    void autoAnswer(boolean on);

    void look(Look look);

    void notices();
  }

  DeskMenu(Dock dock, Actions actions) {
    this.dock = dock;
    this.actions = actions;
    signOut = item("Sign out", 'O', "control shift O", actions::signOut);
    move = item("Transfer to another queue…", 'T', "", actions::move);
    bar.add(agent());
    bar.add(conversation());
    bar.add(view());
    signOut.setName("menu.signOut");
    move.setName("menu.move");
  }

  JMenuBar bar() {
    return bar;
  }

  private JMenu agent() {
    JMenu menu = menu("Agent", 'G');
    JMenuItem signIn = item("Sign in…", 'I', "control shift I", actions::signIn);
    signIn.setName("menu.signIn");
    menu.add(signIn);
    menu.add(signOut);
    menu.addSeparator();
    menu.add(move);
    menu.addSeparator();
    menu.add(item("Quit", 'Q', "control Q", actions::quit));
    return menu;
  }

  private JMenu conversation() {
    JMenu menu = menu("Conversation", 'C');
    menu.add(item("Answer", 'A', "F9", () -> actions.call(Command.ANSWER)));
    menu.add(item("Hold or resume", 'H', "F10", () -> actions.call(Command.HOLD)));
    menu.add(item("Transfer…", 'T', "F11", () -> actions.call(Command.TRANSFER)));
    menu.add(item("Hang up", 'U', "F12", () -> actions.call(Command.HANG_UP)));
    menu.addSeparator();
    JCheckBoxMenuItem auto = new JCheckBoxMenuItem("Answer automatically", true);
    auto.setName("menu.autoAnswer");
    auto.setMnemonic('M');
    auto.addActionListener(e -> actions.autoAnswer(auto.isSelected()));
    menu.add(auto);
    return menu;
  }

  private JMenu view() {
    JMenu menu = menu("View", 'V');
    panels.setName("menu.panels");
    panels.setMnemonic('P');
    panels.setIcon(Glyph.PANEL.icon());
    menu.add(panels);
    menu.add(look());
    menu.addSeparator();
    JMenuItem notices = item("Notices", 'N', "control shift N", actions::notices);
    notices.setName("menu.notices");
    menu.add(notices);
    return menu;
  }

  private JMenu look() {
    JMenu menu = menu("Look", 'L');
    ButtonGroup group = new ButtonGroup();
    for (JRadioButtonMenuItem item : new JRadioButtonMenuItem[] {light, dark}) {
      group.add(item);
      menu.add(item);
    }
    light.setMnemonic('L');
    dark.setMnemonic('D');
    light.setName("menu.look.light");
    dark.setName("menu.look.dark");
    light.addActionListener(e -> actions.look(Look.LIGHT));
    dark.addActionListener(e -> actions.look(Look.DARK));
    menu.addSeparator();
    JMenuItem other =
        item("Switch", 'S', "control shift L", () -> actions.look(Look.present().other()));
    other.setName("menu.look.switch");
    menu.add(other);
    return menu;
  }

  private static JMenu menu(String text, char mnemonic) {
    JMenu menu = new JMenu(text);
    menu.setName("menu." + text);
    menu.setMnemonic(mnemonic);
    return menu;
  }

  private static JMenuItem item(String text, char mnemonic, String key, UiAction action) {
    JMenuItem item = new JMenuItem(text, mnemonic);
    item.addActionListener(e -> action.run());
    if (!key.isEmpty()) {
      item.setAccelerator(KeyStroke.getKeyStroke(key));
    }
    return item;
  }

  void session(boolean signedIn, boolean movable) {
    signOut.setEnabled(signedIn);
    move.setEnabled(signedIn && movable);
  }

  void lookChanged() {
    light.setSelected(Look.present() == Look.LIGHT);
    dark.setSelected(Look.present() == Look.DARK);
  }

  /** Lists the panels there are, with their places. */
  void layoutChanged() {
    panels.removeAll();
    int number = 1;
    for (DockEntry entry : dock.entries()) {
      panels.add(panel(entry, number++));
    }
    panels.setEnabled(!dock.entries().isEmpty());
  }

  private JMenu panel(DockEntry entry, int number) {
    JMenu menu = new JMenu(entry.panel().title());
    menu.setName("panel:" + entry.id());
    menu.setMnemonic(number > 9 ? 0 : KeyEvent.VK_0 + number);
    menu.setIcon(entry.icon());
    menu.add(shown(entry, number));
    menu.add(floating(entry));
    if (!entry.panel().actions().isEmpty()) {
      menu.addSeparator();
    }
    for (Action action : entry.panel().actions()) {
      menu.add(action);
    }
    return menu;
  }

  private JMenuItem shown(DockEntry entry, int number) {
    boolean on = entry.place() != Place.HIDDEN;
    JCheckBoxMenuItem item = new JCheckBoxMenuItem("Show", on);
    item.setName("panel:" + entry.id() + ".show");
    item.setMnemonic('S');
    item.setAccelerator(
        number > 9
            ? null
            : KeyStroke.getKeyStroke(KeyEvent.VK_0 + number, KeyEvent.CTRL_DOWN_MASK));
    item.addActionListener(e -> dock.move(entry, on ? Place.HIDDEN : Place.DOCKED));
    return item;
  }

  private JMenuItem floating(DockEntry entry) {
    boolean on = entry.place() == Place.FLOATING;
    JCheckBoxMenuItem item = new JCheckBoxMenuItem("In its own window", on);
    item.setName("panel:" + entry.id() + ".float");
    item.setMnemonic('W');
    item.addActionListener(e -> dock.move(entry, on ? Place.DOCKED : Place.FLOATING));
    return item;
  }
}
