package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.agents.QueueRef;
import io.kpiwidget.desktop.conversation.Command;
import io.kpiwidget.desktop.conversation.Customer;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Notice;
import io.kpiwidget.host.Registration;
import java.awt.BorderLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.Timer;
import org.checkerframework.checker.guieffect.qual.SafeEffect;

/** The agent desktop's main window. */
public final class DesktopWindow implements DeskMenu.Actions {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;
  private static final int TICK_MILLIS = 1000;

  private final JFrame frame = new JFrame("Agent desktop");
  private final Setup setup;
  private final Commands commands;
  private final QueueNames names = new QueueNames();
  private final Prompts prompts;
  private final Dock dock = new Dock(this::layoutChanged);
  private final DeskMenu menu = new DeskMenu(dock, this);
  private final AgentDesk agent;
  private final DeskParts parts;
  private final FirstPaint content = new FirstPaint();
  private final NoticeLog log;
  private final StatusBar status;
  private final Timer clockwork = new Timer(TICK_MILLIS, e -> tick());
  private final long began = System.nanoTime();

  /** What the window needs to begin. */
  public record Setup(List<Account> accounts, List<Customer> customers, Clock clock, long seed) {}

  public DesktopWindow(Setup setup, Commands commands) {
    this.setup = setup;
    this.commands = commands;
    prompts = new Prompts(frame, commands, names);
    agent = new AgentDesk(setup, names, prompts, this::agentChanged, commands);
    log = new NoticeLog(setup.clock());
    status = new StatusBar(setup.clock(), this::notices, () -> look(Look.present().other()));
    parts = new DeskParts(dock, agent);
    dock.owner(frame);
    build();
  }

  private void build() {
    frame.setName("desktop");
    frame.setJMenuBar(menu.bar());
    content.add(agent.softphone(), BorderLayout.NORTH);
    content.add(parts.all(), BorderLayout.CENTER);
    content.add(status, BorderLayout.SOUTH);
    frame.setContentPane(content);
    Screens.place(frame, WIDTH, HEIGHT);
    frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(closing());
    frame.setIconImages(AppIcon.images());
    parts.regions(status, new Regions(frame.getRootPane()));
    dock.add(new KnowledgePanel().panel());
    menu.lookChanged();
    session(Optional.empty());
  }

  private WindowAdapter closing() {
    return new WindowAdapter() {
      @Override
      public void windowClosing(WindowEvent e) {
        quit();
      }
    };
  }

  /** Opens the window; the softphone's clock starts. */
  public void open() {
    frame.setVisible(true);
    clockwork.start();
    layoutChanged();
  }

  /** Blocks until the window is painted; false after {@code patience}. Never on the EDT. */
  @SafeEffect
  public boolean awaitFirstPaint(Duration patience) throws InterruptedException {
    return content.await(patience);
  }

  /** Closes every window of the desktop. */
  public void dispose() {
    clockwork.stop();
    dock.closeWindows();
    frame.dispose();
  }

  /** The window itself. */
  public JFrame frame() {
    return frame;
  }

  /** Docks a plugin's panel in front of the others. */
  public Registration dock(DockablePanel panel) {
    return dock.add(panel);
  }

  /** Moves the panel {@code id}; nothing happens when there is no such panel. */
  public void move(String id, Place place) {
    Optional<DockEntry> entry = dock.entry(id);
    if (entry.isPresent()) {
      dock.move(entry.get(), place);
    }
  }

  /** Where the panel {@code id} is; empty when there is no such panel. */
  public Optional<Place> place(String id) {
    return dock.entry(id).map(DockEntry::place);
  }

  /** The queues of the contact centre became known. */
  public void queues(List<QueueRef> queues) {
    agent.queues(queues);
  }

  /** Shows who is signed in now; a new agent begins with an empty desk. */
  public void session(Optional<Account> next) {
    agent.session(next);
    String who = next.isPresent() ? "Signed in as " + next.get().name() : "Signed out";
    status.session(who, next.isPresent());
  }

  /** Adds to the notices and shows the latest. */
  public void notice(Notice notice) {
    log.add(notice);
    status.notice(notice, log.size());
  }

  private void tick() {
    agent.advanceTo((System.nanoTime() - began) / 1_000_000_000L);
    status.refresh();
  }

  private void agentChanged() {
    menu.session(agent.account().isPresent(), agent.movable());
  }

  private void layoutChanged() {
    parts.layoutChanged();
    menu.layoutChanged();
  }

  @Override
  public void signIn() {
    prompts.signIn(setup.accounts());
  }

  @Override
  public void signOut() {
    commands.signOut();
  }

  @Override
  public void move() {
    if (agent.account().isPresent()) {
      prompts.move(agent.account().get());
    }
  }

  @Override
  public void quit() {
    commands.quit();
  }

  @Override
  public void call(Command command) {
    agent.softphone().act(command);
  }

  @Override
  public void autoAnswer(boolean on) {
    agent.phone().autoAnswer(on);
  }

  @Override
  public void look(Look look) {
    look.apply();
    dock.lookChanged();
    status.refresh();
    menu.lookChanged();
  }

  @Override
  public void notices() {
    log.open(frame);
  }
}
