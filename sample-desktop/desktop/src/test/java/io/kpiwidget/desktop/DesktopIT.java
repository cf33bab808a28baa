package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.desktop.agents.FakeControlPort;
import io.kpiwidget.desktop.window.Look;
import io.kpiwidget.desktop.window.Place;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Registration;
import java.awt.Color;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DesktopIT {

  private static final String QUEUES =
      """
      {"queues":{"q1":{"name":"Billing"},"q2":{"name":"Orders"},"q3":{"name":"Sales"}}}
      """;

  @TempDir private Path folder;
  private FakeControlPort port;
  private DesktopDriver driver;

  @BeforeEach
  void open() throws Exception {
    port = new FakeControlPort();
    port.truth(QUEUES);
    Files.createDirectory(folder.resolve("plugins"));
    driver =
        DesktopDriver.open(
            "--plugins", folder.resolve("plugins").toString(),
            "--data-dir", folder.resolve("data").toString(),
            "--platform-info", info().toString());
  }

  private Path info() throws Exception {
    String line =
        """
        {"control":"%s","agents":[{"id":"a1","name":"Ann Keller","queues":["q1","q2"]},
          {"id":"a2","name":"Ben Okafor","queues":["q3"]}]}
        """;
    return Files.writeString(folder.resolve("info.json"), line.formatted(port.uri()));
  }

  @AfterEach
  void close() {
    driver.close();
    port.close();
  }

  private DockablePanel fake() throws InterruptedException {
    return DesktopDriver.onEdt(
        () -> DockablePanel.of("fake", new JLabel("figures")).title("Figures").build());
  }

  private boolean showing(DockablePanel panel) throws InterruptedException {
    return DesktopDriver.onEdt(() -> panel.component().isShowing());
  }

  private void awaitLabel(String name, String text) throws Exception {
    await(name + " = " + text, () -> text.equals(driver.window().label(name).text()));
  }

  @Test
  void start_signsInTheFirstAgent() throws Exception {
    awaitLabel("softphone.agent", "Ann Keller");
    awaitLabel("softphone.queues", "Billing, Orders");
    assertThat(driver.agent()).contains("a1");
  }

  @Test
  void signIn_asAnotherAgent_changesTheDesk() throws Exception {
    driver.signInAs("a2");

    awaitLabel("softphone.agent", "Ben Okafor");
    awaitLabel("status.session", "Signed in as Ben Okafor");
  }

  @Test
  void signOut_leavesAnEmptyDesk() throws Exception {
    driver.signOut();

    awaitLabel("softphone.agent", "Signed out");
    awaitLabel("customer.name", "No customer");
    driver.window().list("conversations").requireItemCount(0);
    driver.window().comboBox("softphone.state").requireDisabled();
  }

  @Test
  void transferToAnotherQueue_tellsTheContactCentreAndTheSession() throws Exception {
    driver.moveTo("q1", "q3");

    await("two changes", () -> port.changes().size() == 2);
    await(
        "the new session",
        () -> driver.desktop().account().orElseThrow().queues().equals(List.of("q3", "q2")));
    awaitLabel("softphone.queues", "Sales, Orders");
  }

  @Test
  void transferToAnotherQueue_refused_keepsTheSessionAndSaysSo() throws Exception {
    await("names of queues", () -> driver.window().menuItem("menu.move").target().isEnabled());
    port.status(500);
    driver.moveTo("q1", "q3");

    awaitLabel("status.notice", "The transfer to Sales failed.");
    assertThat(driver.desktop().account().orElseThrow().queues()).containsExactly("q1", "q2");
  }

  @Test
  void panel_hiddenAndShown_isTheSameComponent() throws Exception {
    DockablePanel panel = fake();
    driver.dock(panel);
    await("the panel", () -> showing(panel));

    driver.toggleShown("fake");
    await("no panel", () -> !showing(panel));
    assertThat(driver.place("fake")).isEqualTo(Place.HIDDEN);

    driver.toggleShown("fake");
    await("the panel again", () -> showing(panel));
  }

  @Test
  void panel_floated_isInAWindowOfItsOwn_andBackWhenThatCloses() throws Exception {
    DockablePanel panel = fake();
    driver.dock(panel);
    driver.toggleFloating("fake");
    FrameFixture floating = WindowFinder.findFrame("float:fake").using(driver.robot());
    assertThat(DesktopDriver.onEdt(() -> SwingUtilities.getWindowAncestor(panel.component())))
        .isSameAs(floating.target());

    floating.button("float.dock").click();
    await("the panel docked", () -> driver.place("fake") == Place.DOCKED);
    assertThat(DesktopDriver.onEdt(() -> SwingUtilities.getWindowAncestor(panel.component())))
        .isSameAs(driver.window().target());
  }

  @Test
  void panel_takenBack_leavesNoTrace() throws Exception {
    DockablePanel panel = fake();
    Registration docked = driver.dock(panel);
    driver.toggleFloating("fake");
    docked.close();
    docked.close();

    await("no panel", () -> !showing(panel));
    assertThat(DesktopDriver.onEdt(() -> driver.desktop().window().place("fake"))).isEmpty();
  }

  @Test
  void panel_badgeFromAnyThread_isOnTheTab() throws Exception {
    DockablePanel panel = fake();
    driver.dock(panel);
    panel.setBadge("2");

    await(
        "the badge",
        () ->
            List.of(driver.window().tabbedPane("dock:RIGHT.tabs").tabTitles())
                .contains("Figures  ·  2"));
  }

  @Test
  void look_switchedByMenuAndKey_reachesHiddenPanelsToo() throws Exception {
    DockablePanel panel = fake();
    driver.dock(panel);
    driver.toggleShown("fake");
    driver.look(Look.DARK);
    await("dark", () -> DesktopDriver.onEdt(Look::present) == Look.DARK);
    Color words = DesktopDriver.onEdt(() -> UIManager.getColor("Label.foreground"));
    assertThat(DesktopDriver.onEdt(() -> panel.component().getForeground())).isEqualTo(words);

    driver.window().list("conversations").focus();
    driver.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_L);
    await("light", () -> DesktopDriver.onEdt(Look::present) == Look.LIGHT);
  }

  @Test
  void softphone_holdsResumesAndHangsUp() throws Exception {
    await(
        "a call",
        Duration.ofSeconds(40),
        () -> driver.window().button("softphone.HOLD").target().isEnabled());
    driver.window().button("softphone.HOLD").click().requireText("Resume");
    driver.window().button("softphone.HOLD").click().requireText("Hold");
    driver.window().button("softphone.HANG_UP").click();

    awaitLabel("softphone.activity", "After-call work");
    driver.window().button("softphone.FINISH").click();
    awaitLabel("softphone.caller", "No conversation");
  }

  @Test
  void f6_walksThroughTheRegions() throws Exception {
    driver.window().list("conversations").focus();
    driver.press(KeyEvent.VK_F6);
    await(
        "the customer",
        () -> driver.window().textBox("customer.firstName").target().isFocusOwner());
    driver.press(KeyEvent.VK_F6);
    await("the notes", () -> driver.window().textBox("notes.text").target().isFocusOwner());
  }

  @Test
  void signIn_worksByKeyboardAlone_andEscapeLeavesIt() throws Exception {
    driver.window().list("conversations").focus();
    driver.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_I);
    var left = WindowFinder.findDialog("signIn").using(driver.robot());
    await("the focus", () -> left.comboBox("signIn.agent").target().isFocusOwner());
    driver.press(KeyEvent.VK_ESCAPE);
    await("no dialog", () -> !left.target().isShowing());
    assertThat(driver.agent()).contains("a1");

    driver.window().list("conversations").focus();
    driver.press(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_I);
    var again = WindowFinder.findDialog("signIn").using(driver.robot());
    await("the focus", () -> again.comboBox("signIn.agent").target().isFocusOwner());
    driver.press(KeyEvent.VK_DOWN);
    driver.press(KeyEvent.VK_ENTER);
    await("the second agent", () -> driver.agent().equals(Optional.of("a2")));
  }

  @Test
  void note_savedIsTheFirstInTheList() throws Exception {
    driver.window().textBox("notes.text").enterText("Called the carrier");
    driver.window().button("notes.save").click();

    assertThat(driver.window().list("notes.list").contents()[0])
        .endsWith("Solved: Called the carrier");
  }

  @Test
  void notices_areListed() throws Exception {
    await("names of queues", () -> driver.window().menuItem("menu.move").target().isEnabled());
    port.status(500);
    driver.moveTo("q1", "q3");
    awaitLabel("status.notice", "The transfer to Sales failed.");
    driver.window().button("status.notices").click();

    WindowFinder.findDialog("notices")
        .using(driver.robot())
        .textBox("notices.details")
        .requireText("The transfer to Sales failed.\nYou still serve Billing.");
  }
}
