package io.kpiwidget.panel.swing;

import io.kpiwidget.panel.state.Freshness;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.Texts;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.time.Clock;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;

/** The whole panel: header, notice line, and the native view in front of the browser's or not. */
public final class PanelSurface extends JPanel {

  private static final String FIGURES = "figures";
  private static final String ASKED = "asked";

  private final Header header;
  private final Banner notice = new Banner("notice", true);
  private final NativeView nativeView;
  private final Pile pile = new Pile();
  private final CardLayout cards = new CardLayout();
  private final JPanel middle = new JPanel(cards);
  private final Commands commands;
  private Texts texts = Texts.in(Locale.getDefault());
  private @Nullable JComponent browser;

  /** Made when it is first wanted: hardly any agent does, and each would wait for it. */
  private @Nullable AskedPane asked;

  private boolean built;

  /** An empty panel; {@code painted} runs after figures were painted by the native view. */
  public PanelSurface(Clock clock, Commands commands, Runnable painted) {
    super(new BorderLayout());
    this.commands = commands;
    setName("kpi-widget");
    header = new Header(commands::refresh, this::openMenu);
    nativeView = new NativeView(clock, commands, painted);
    pile.add(nativeView);
    var top = new JPanel(new BorderLayout());
    top.setOpaque(false);
    top.add(header, BorderLayout.NORTH);
    top.add(notice, BorderLayout.CENTER);
    add(top, BorderLayout.NORTH);
    middle.setOpaque(false);
    middle.add(pile, FIGURES);
    add(middle, BorderLayout.CENTER);
    built = true;
    Keys.refresh(this, commands::refresh);
    language(Locale.getDefault());
  }

  /** The agent's language, for what is not part of a snapshot. */
  public void language(Locale locale) {
    texts = Texts.in(locale);
    nativeView.language(locale);
    header.texts(texts.of("refresh"), texts.of("menu"));
    header.title(texts.of("title"));
  }

  /** Shows {@code state} in the native view, whether or not it is in front. */
  public void show(PanelState state) {
    var kpis = state instanceof PanelState.Kpis now ? now.snapshot() : null;
    header.title(kpis == null ? texts.of("title") : kpis.title());
    state.showOn(nativeView);
  }

  /** The header's second line. */
  public void freshness(Freshness freshness) {
    header.freshness(freshness);
  }

  /** The native view's line about what the agent does; empty for none. */
  public void agent(String words) {
    nativeView.agent(words);
  }

  /** A dismissible line under the header; empty texts take it away. */
  public void notice(String sentence, String nextStep) {
    notice.show(sentence, nextStep, texts.of("dismiss"));
  }

  /** Puts {@code component} behind the native view, in place of the last one; null for none. */
  public void browser(@Nullable JComponent component) {
    browserInFront(false);
    if (browser != null) {
      pile.remove(browser);
    }
    browser = component;
    if (component != null) {
      pile.add(component);
    }
    pile.revalidate();
    pile.repaint();
  }

  /** Which view is in front. Both are as large as the other, so nothing moves. */
  public void browserInFront(boolean front) {
    nativeView.setVisible(!front || browser == null);
  }

  /** What is asked of the platform, where {@link Commands#asked} wanted to know. */
  public void asked(String words) {
    askedPane().show(words, texts);
  }

  private void openAsked() {
    var pane = askedPane();
    cards.show(middle, ASKED);
    pane.open(texts);
  }

  private AskedPane askedPane() {
    var present = asked;
    if (present == null) {
      present = new AskedPane(commands::asked, commands::copy, this::backToFigures);
      middle.add(present, ASKED);
      asked = present;
    }
    return present;
  }

  private void backToFigures() {
    cards.show(middle, FIGURES);
    header.more().requestFocusInWindow();
  }

  /** What the native view's components show. */
  public Shown shown() {
    return nativeView.shown();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    // the constructor of JPanel calls this before there are any parts
    if (built) {
      header.look(Palette.current());
      notice.look(Palette.current());
      if (asked != null) {
        asked.look(Palette.current());
      }
    }
  }

  private void openMenu() {
    var menu = new JPopupMenu();
    add(menu, "menu.refresh", commands::refresh);
    add(menu, "menu.browser", commands::retryBrowser);
    menu.addSeparator();
    add(menu, "menu.asked", this::openAsked);
    add(menu, "menu.copy", commands::copyDiagnostics);
    add(menu, "menu.why", commands::why);
    var button = header.more();
    menu.show(button, button.getWidth() - menu.getPreferredSize().width, button.getHeight());
  }

  private void add(JPopupMenu menu, String key, Runnable action) {
    var item = new JMenuItem(texts.of(key));
    item.setName(key);
    item.addActionListener(e -> action.run());
    menu.add(item);
  }

  /** What the agent may ask for. On the EDT; must not wait. */
  public interface Commands {

    void refresh();

    /** Try again what failed. */
    void retry();

    void copyDiagnostics();

    /** Puts {@code text} into the clipboard; false while another program has it. */
    boolean copy(String text);

    /** Says by {@link PanelSurface#asked} what is asked of the platform, and why. */
    void asked();

    /** Puts the link of a sign-in that waits into the clipboard. */
    void copyLink();

    void retryBrowser();

    /** Says which view this is, and why. */
    void why();
  }
}
