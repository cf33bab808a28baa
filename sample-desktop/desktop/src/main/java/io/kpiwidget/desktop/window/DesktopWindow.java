package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.agents.QueueRef;
import io.kpiwidget.desktop.conversation.Command;
import io.kpiwidget.desktop.conversation.Conversation;
import io.kpiwidget.desktop.conversation.Customer;
import io.kpiwidget.desktop.conversation.Softphone;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Notice;
import io.kpiwidget.host.Registration;
import java.awt.BorderLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/** The agent desktop's main window. */
public final class DesktopWindow implements DeskMenu.Actions {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;
  private static final int LIST_WIDTH = 264;
  private static final int DOCK_WIDTH = 420;
  private static final int TICK_MILLIS = 1000;

  private final JFrame frame = new JFrame("Agent desktop");
  private final Setup setup;
  private final Commands commands;
  private final Softphone phone;
  private final QueueNames names = new QueueNames();
  private final Prompts prompts;
  private final Dock dock = new Dock(this::layoutChanged);
  private final DeskMenu menu = new DeskMenu(dock, this);
  private final SoftphoneBar softphone;
  private final ConversationList conversations;
  private final CustomerView customer;
  private final NotesView notes;
  private final NoticeLog log;
  private final StatusBar status;
  private final JSplitPane right;
  private final Timer clockwork = new Timer(TICK_MILLIS, e -> tick());
  private final long began = System.nanoTime();
  private Optional<Account> account = Optional.empty();

  /** What the window needs to begin. */
  public record Setup(List<Account> accounts, List<Customer> customers, Clock clock, long seed) {}

  public DesktopWindow(Setup setup, Commands commands) {
    this.setup = setup;
    this.commands = commands;
    phone = new Softphone(setup.seed(), setup.customers());
    prompts = new Prompts(frame, commands, names);
    softphone = new SoftphoneBar(phone, names, this::refresh, this::transferCall);
    conversations = new ConversationList(phone, names, this::chosen);
    customer = new CustomerView(LocalDate.now(setup.clock()));
    notes = new NotesView(setup.clock());
    log = new NoticeLog(setup.clock());
    status = new StatusBar(setup.clock(), this::notices, () -> look(Look.present().other()));
    right = Splits.of(JSplitPane.HORIZONTAL_SPLIT, center(), dock.side(DockablePanel.Side.RIGHT));
    right.setResizeWeight(1);
    dock.owner(frame);
    build();
  }

  private void build() {
    frame.setName("desktop");
    frame.setJMenuBar(menu.bar());
    frame.add(softphone, BorderLayout.NORTH);
    frame.add(work(), BorderLayout.CENTER);
    frame.add(status, BorderLayout.SOUTH);
    frame.setSize(WIDTH, HEIGHT);
    frame.setLocationRelativeTo(null);
    frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent e) {
            quit();
          }
        });
    frame.setIconImages(AppIcon.images());
    regions();
    dock.add(new KnowledgePanel().panel());
    menu.lookChanged();
    session(Optional.empty());
  }

  private void regions() {
    new Regions(frame.getRootPane())
        .add(softphone, softphone.focusTarget())
        .add(conversations, conversations.focusTarget())
        .add(customer, customer.focusTarget())
        .add(notes, notes.focusTarget())
        .add(side(DockablePanel.Side.LEFT), side(DockablePanel.Side.LEFT).focusTarget())
        .add(side(DockablePanel.Side.BOTTOM), side(DockablePanel.Side.BOTTOM).focusTarget())
        .add(side(DockablePanel.Side.RIGHT), side(DockablePanel.Side.RIGHT).focusTarget())
        .add(status, status.focusTarget());
  }

  private DockSide side(DockablePanel.Side side) {
    return dock.side(side);
  }

  private JComponent work() {
    JSplitPane left = Splits.of(JSplitPane.HORIZONTAL_SPLIT, conversations, right);
    left.setDividerLocation(LIST_WIDTH);
    return left;
  }

  private JComponent center() {
    JPanel desk = new JPanel(new BorderLayout(0, 12));
    desk.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
    desk.add(customer, BorderLayout.CENTER);
    desk.add(notes, BorderLayout.SOUTH);
    JPanel center = new JPanel(new BorderLayout());
    center.add(side(DockablePanel.Side.LEFT), BorderLayout.WEST);
    center.add(desk, BorderLayout.CENTER);
    center.add(side(DockablePanel.Side.BOTTOM), BorderLayout.SOUTH);
    return center;
  }

  /** Opens the window; the softphone's clock starts. */
  public void open() {
    frame.setVisible(true);
    clockwork.start();
    layoutChanged();
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
    names.known(queues);
    softphone.account(account);
    refresh();
  }

  /** Shows who is signed in now; a new agent begins with an empty desk. */
  public void session(Optional<Account> next) {
    boolean same = next.map(Account::id).equals(account.map(Account::id));
    account = next;
    if (same && next.isPresent()) {
      phone.queues(next.get().queues());
    } else {
      newAgent(next);
    }
    softphone.account(next);
    refresh();
  }

  private void newAgent(Optional<Account> next) {
    notes.forget();
    if (next.isPresent()) {
      phone.signIn(next.get().queues());
      status.session("Signed in as " + next.get().name(), true);
    } else {
      phone.signOut();
      status.session("Signed out", false);
    }
  }

  /** Adds to the notices and shows the latest. */
  public void notice(Notice notice) {
    log.add(notice);
    status.notice(notice, log.size());
  }

  private void tick() {
    phone.advanceTo((System.nanoTime() - began) / 1_000_000_000L);
    refresh();
    status.refresh();
  }

  private void refresh() {
    softphone.refresh();
    conversations.refresh();
    menu.session(account.isPresent(), !names.known().isEmpty());
  }

  private void chosen(@Nullable Conversation conversation) {
    customer.show(conversation == null ? null : conversation.customer());
    notes.show(conversation);
  }

  /** A dock that has come back takes its width. */
  private void layoutChanged() {
    DockSide east = side(DockablePanel.Side.RIGHT);
    if (east.isVisible()) {
      right.setDividerLocation(right.getWidth() - right.getDividerSize() - DOCK_WIDTH);
    }
    right.revalidate();
    menu.layoutChanged();
  }

  private void transferCall() {
    prompts.transferCall(phone, this::refresh);
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
    if (account.isPresent()) {
      prompts.move(account.get());
    }
  }

  @Override
  public void quit() {
    commands.quit();
  }

  @Override
  public void call(Command command) {
    softphone.act(command);
  }

  @Override
  public void autoAnswer(boolean on) {
    phone.autoAnswer(on);
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
