package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Natives;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Robot;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/**
 * A desktop with a page in it, under a robot's hands: a JVM of its own for each scale of the
 * screen, since Java2D reads that once. Ends with status 0 when all is as it should be.
 */
final class GuestDesk implements BrowserView.Listener {

  private static final String PAGE =
      """
      <!doctype html><body style="margin:0;height:2000px;background:#336699;color:#fff">
      <style>body * { position: absolute; left: 10px; margin: 0; font: 14px sans-serif; }</style>
      <input id="one" style="top:10px"><input id="two" style="top:40px">
      <a href="#there" style="top:72px">a link</a>
      <p style="top:100px;cursor:text">words to drag over, and some more of them</p>
      <select id="choice" style="top:130px;width:120px"><option>red<option>green</select><script>
      const post = value => fetch('/api/page', {method: 'POST', body: JSON.stringify(value)});
      for (const field of [one, two]) {
        field.onfocus = () => post({focused: field.id});
        field.oninput = () => post({typed: field.id + ' ' + field.value});
      }
      choice.onchange = () => post({chosen: choice.value});
      onwheel = ({deltaY}) => post({wheel: deltaY > 90 ? 'down' : deltaY < -90 ? 'up' : deltaY});
      document.onselectionchange = () => post({selected: String(getSelection())});
      // it is drawn before it is known which screen it is on
      const scaled = () => post({scale: devicePixelRatio});
      onresize = scaled;
      scaled();
      </script>
      """;

  private static final Color PAGE_COLOUR = new Color(0x336699);
  private static final Color MENU_COLOUR = new Color(0xffcc00);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int NEAR = 4;

  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final Browsers browsers =
      new Browsers(Optional.of(System.getProperty("java.class.path")));
  private final Robot robot;
  private final JTextField form = new JTextField();
  private final JMenu menu = new JMenu("File");
  private final AtomicInteger accelerated = new AtomicInteger();
  private final JFrame frame;
  private final BrowserView view;

  private GuestDesk() throws Exception {
    robot = new Robot();
    view = onEdt(() -> browsers.open(settings(), this));
    frame = onEdt(this::window);
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // what the test reads
  public static void main(String[] arguments) {
    int status = 1;
    try {
      new GuestDesk().tryAll();
      status = 0;
    } catch (Throwable failure) { // the process's end: its status is the verdict
      failure.printStackTrace();
    }
    System.exit(status);
  }

  private static BrowserView.Settings settings() {
    Path data = Path.of(System.getProperty("chromium.data"));
    return new BrowserView.Settings(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        data.resolve("plugin.jar"),
        Natives.of(System.getProperty("chromium.natives"), ""),
        data,
        "https://kpi-host.invalid",
        Map.of("/index.html", new BrowserView.Answer(Map.of("Content-Type", "text/html"), PAGE)),
        Map.of(),
        List.of());
  }

  private JFrame window() {
    JMenuItem item = new JMenuItem("New");
    item.setAccelerator(KeyStroke.getKeyStroke("ctrl N"));
    item.addActionListener(event -> accelerated.incrementAndGet());
    menu.setMnemonic('F');
    menu.add(item);
    JFrame opened = new JFrame("desk");
    opened.setJMenuBar(new JMenuBar());
    opened.getJMenuBar().add(menu);
    opened.add(view.component());
    opened.add(form, BorderLayout.SOUTH);
    // a desktop's own way round its panes
    JComponent root = opened.getRootPane();
    root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke("F6"), "pane");
    root.getActionMap().put("pane", new Pane());
    opened.setSize(360, 340);
    opened.setVisible(true);
    return opened;
  }

  private final class Pane extends AbstractAction {
    private static final long serialVersionUID = 1L;

    @Override
    public void actionPerformed(ActionEvent event) {
      view.component().requestFocusInWindow();
    }
  }

  private void tryAll() throws Exception {
    // Java on X rounds a fraction down
    double scale = onEdt(() -> frame.getGraphicsConfiguration().getDefaultTransform().getScaleX());
    await("{\"scale\":" + String.valueOf(scale).replace(".0", "") + "}");
    awaitColour(PAGE_COLOUR, 300, 200);
    keys();
    pointer();
    overlays();
    wheel();
    onEdt(
        () -> {
          view.close();
          frame.dispose();
          return true;
        });
  }

  private void keys() throws Exception {
    click(30, 20);
    await("{\"focused\":\"one\"}");
    type(KeyEvent.VK_A);
    await("{\"typed\":\"one a\"}");
    // each of the keys without a character would be Delete, if it were let through as it is
    chord(KeyEvent.VK_SHIFT, KeyEvent.VK_B);
    await("{\"typed\":\"one aB\"}");
    type(KeyEvent.VK_HOME, KeyEvent.VK_C);
    await("{\"typed\":\"one caB\"}");
    chord(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    type(KeyEvent.VK_D);
    await("{\"typed\":\"one d\"}");
    type(KeyEvent.VK_TAB);
    await("{\"focused\":\"two\"}");
    // on through what else can have the focus: the link and the choice, then the form
    type(KeyEvent.VK_TAB, KeyEvent.VK_TAB, KeyEvent.VK_TAB);
    awaitOwner(form);
    type(KeyEvent.VK_X);
    awaitForm("x");
    type(KeyEvent.VK_F6);
    awaitOwner(view.component());
    type(KeyEvent.VK_F6);
    awaitOwner(form);
    chord(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
    awaitOwner(view.component());
    // elsewhere: not to be half of a double click
    click(110, 22);
    await("{\"focused\":\"one\"}");
    chord(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
    awaitUntil("the accelerator", () -> accelerated.get() == 1);
    chord(KeyEvent.VK_ALT, KeyEvent.VK_F);
    awaitUntil("the menu", () -> onEdt(menu::isPopupMenuVisible));
    type(KeyEvent.VK_ESCAPE);
    awaitUntil("the menu's end", () -> !onEdt(menu::isPopupMenuVisible));
    awaitOwner(view.component());
    type(KeyEvent.VK_E);
    // nothing that was typed elsewhere has come here, and nothing from here went there
    assertThat(next("typed")).isEqualTo("{\"typed\":\"one de\"}");
    awaitForm("x");
  }

  private void pointer() throws Exception {
    moveTo(20, 80);
    awaitUntil("the hand", () -> onEdt(() -> cursor() == Cursor.HAND_CURSOR));
    moveTo(12, 108);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    moveTo(60, 108);
    moveTo(90, 108);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    assertThat(next("\"selected\":\"words")).contains("words");
  }

  /** Last: a page that still rolls has everything elsewhere. */
  private void wheel() throws Exception {
    moveTo(200, 200);
    robot.mouseWheel(1);
    await("{\"wheel\":\"down\"}");
    robot.mouseWheel(-1);
    await("{\"wheel\":\"up\"}");
  }

  private int cursor() {
    return view.component().getCursor().getType();
  }

  private void overlays() throws Exception {
    click(60, 140);
    awaitUntil("the choice", () -> !near(colour(40, 178), PAGE_COLOUR));
    type(KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
    await("{\"chosen\":\"green\"}");
    awaitColour(PAGE_COLOUR, 40, 178);
    JPopupMenu above = onEdt(this::popup);
    awaitColour(MENU_COLOUR, 230, 80);
    hide(above);
    awaitColour(PAGE_COLOUR, 230, 80);
    onEdt(
        () -> {
          frame.setGlassPane(new Veil());
          frame.getGlassPane().setVisible(true);
          return true;
        });
    // half of red, half of the page
    awaitColour(new Color(0x99334c), 300, 200);
    onEdt(
        () -> {
          frame.getGlassPane().setVisible(false);
          return true;
        });
    awaitColour(PAGE_COLOUR, 300, 200);
  }

  private JPopupMenu popup() {
    JPanel content = new JPanel();
    content.setBackground(MENU_COLOUR);
    content.setPreferredSize(new Dimension(80, 80));
    JPopupMenu above = new JPopupMenu();
    above.add(content);
    above.show(view.component(), 200, 50);
    return above;
  }

  private static void hide(JPopupMenu menu) throws Exception {
    onEdt(
        () -> {
          menu.setVisible(false);
          return true;
        });
  }

  private static final class Veil extends JComponent {
    private static final long serialVersionUID = 1L;

    @Override
    protected void paintComponent(Graphics graphics) {
      graphics.setColor(new Color(255, 0, 0, 128));
      graphics.fillRect(0, 0, getWidth(), getHeight());
    }
  }

  private void type(int... keys) {
    for (int key : keys) {
      robot.keyPress(key);
      robot.keyRelease(key);
      robot.waitForIdle();
    }
  }

  private void chord(int modifier, int key) {
    robot.keyPress(modifier);
    type(key);
    robot.keyRelease(modifier);
    robot.waitForIdle();
  }

  private void click(int x, int y) throws Exception {
    moveTo(x, y);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    robot.waitForIdle();
  }

  private void moveTo(int x, int y) throws Exception {
    Point at = onScreen();
    robot.mouseMove(at.x + x, at.y + y);
    robot.waitForIdle();
  }

  private Point onScreen() throws Exception {
    return onEdt(() -> view.component().getLocationOnScreen());
  }

  private Color colour(int x, int y) throws Exception {
    Point at = onScreen();
    return robot.getPixelColor(at.x + x, at.y + y);
  }

  private void awaitColour(Color wanted, int x, int y) throws Exception {
    awaitUntil(wanted + " at " + x + ", " + y, () -> near(colour(x, y), wanted));
  }

  private static boolean near(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) <= NEAR
        && Math.abs(one.getGreen() - other.getGreen()) <= NEAR
        && Math.abs(one.getBlue() - other.getBlue()) <= NEAR;
  }

  private void awaitOwner(Component wanted) throws Exception {
    awaitUntil("the focus at " + wanted.getClass(), () -> onEdt(wanted::isFocusOwner));
  }

  private void awaitForm(String text) throws Exception {
    awaitUntil("the form's text", () -> onEdt(form::getText).equals(text));
  }

  private void awaitUntil(String what, Callable<Boolean> fits) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!fits.call()) {
      assertThat(System.nanoTime()).as(what + "; said since: " + said).isLessThan(deadline);
      robot.waitForIdle();
    }
  }

  private void await(String message) throws InterruptedException {
    assertThat(next(message)).isEqualTo(message);
  }

  private String next(String part) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String next = said.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(next).as(part + " in time").isNotNull();
      if (next.contains(part)) {
        return next;
      }
    }
  }

  private static <T> T onEdt(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    SwingUtilities.invokeAndWait(task);
    return task.get();
  }

  @Override
  public void message(String json) {
    said.add(json);
  }

  @Override
  public void state(BrowserState state) {
    System.out.println(state);
  }
}
