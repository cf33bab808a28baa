package io.kpiwidget.panel.swing;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.feed.KpiSnapshot.Label;
import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.OnEdt;
import io.kpiwidget.panel.Samples;
import io.kpiwidget.panel.state.Freshness;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.Problem;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NativeViewTest {

  private final NoCommands commands = new NoCommands();
  private int paintings;
  private PanelSurface surface;

  @BeforeEach
  void open() {
    surface =
        OnEdt.get(
            () -> {
              FlatLaf.setup(new FlatLightLaf());
              var clock = Clock.fixed(Samples.AS_OF, ZoneOffset.UTC);
              var made = new PanelSurface(clock, commands, () -> paintings++);
              made.language(Locale.UK);
              made.setSize(360, 800);
              return made;
            });
  }

  @Test
  void kpis_areShownAsText() {
    show(Samples.live());
    assertThat(OnEdt.get(surface::shown).kpis())
        .containsEntry("waiting", new Shown.Figure("6", 6.0))
        .containsEntry("longestWait", new Shown.Figure("3:07", 187.0))
        .containsEntry("serviceLevel", new Shown.Figure("83.3%", 0.833));
    assertThat(text("kpi.waiting.value")).isEqualTo("6");
    assertThat(text("kpi.waiting.status")).isEqualTo("near limit");
    assertThat(text("header.title")).isEqualTo("My service today");
  }

  @Test
  void queues_areShownWorstFirst() {
    show(Samples.live());
    var queues = OnEdt.get(surface::shown).queues();
    assertThat(queues)
        .extracting(Shown.Queue::name)
        .containsExactly("Billing", "Support EN", "Sales", "Support DE");
    assertThat(queues.get(0).cells()).containsEntry("longestWait", new Shown.Figure("3:07", 187.0));
    assertThat(queues.get(2).cells())
        .containsEntry("longestWait", new Shown.Figure("–", null, "No data yet"));
  }

  @Test
  void tile_speaks() {
    show(Samples.live());
    var tile = (JComponent) find("kpi.longestWait");
    var context = OnEdt.get(tile::getAccessibleContext);
    assertThat(context.getAccessibleName()).isEqualTo("Longest wait");
    assertThat(context.getAccessibleDescription()).startsWith("3 minutes 7 seconds, breached");
  }

  @Test
  void tile_notPermitted_namesThePermission() {
    var lacking = new KpiValue.NotPermitted("analytics:report:view");
    show(live(List.of(Samples.kpi("aht", "Handle time", KpiUnit.DURATION, lacking))));
    assertThat(texts()).contains("Needs analytics:\rreport:\rview. Ask your administrator.");
    var reason = "Needs analytics:report:view. Ask your administrator.";
    assertThat(OnEdt.get(surface::shown).kpis())
        .containsEntry("aht", new Shown.Figure("×", null, reason));
  }

  @ParameterizedTest
  @ValueSource(ints = {220, 320, 480})
  void tile_notPermitted_hasRoomForAllItsWords(int width) {
    OnEdt.run(() -> surface.setSize(width, 800));
    show(Samples.live(Samples.ofEveryKind()));
    var tile = (Tile) find("kpi.NotPermitted");
    assertThat(tile.getHeight())
        .isGreaterThanOrEqualTo(OnEdt.get(() -> tile.heightAt(tile.getWidth())));
  }

  @Test
  void values_ofEveryKind_differ_inTilesAndCells() {
    show(Samples.live(Samples.ofEveryKind()));
    var shown = OnEdt.get(surface::shown);
    var cells = shown.queues().get(0).cells();
    assertThat(cells).isEqualTo(shown.kpis());
    assertThat(cells.values())
        .extracting(Shown.Figure::text)
        .containsExactly("0", "–", "×", "n/a", "!");
    assertThat(cells.values()).extracting(Shown.Figure::reason).doesNotHaveDuplicates();
    assertThat(cells.values())
        .extracting(Shown.Figure::reason)
        .anyMatch(reason -> reason.contains("analytics:userAggregate:view"));
  }

  @Test
  void tile_about_isInTooltipAndDescription_andStaysText() {
    show(live(List.of(Samples.large("l", "Waits <b>now</b>."))));
    var tile = (JComponent) find("kpi.l");
    assertThat(tile.getToolTipText()).contains("Waits &lt;b>now&lt;/b>.");
    assertThat(OnEdt.get(tile::getAccessibleContext).getAccessibleDescription())
        .endsWith(". Waits <b>now</b>.");
  }

  @Test
  void tile_large_hasARowOfItsOwn_andLeavesNoHole() {
    var kpis = new ArrayList<>(Samples.kpis().subList(0, 4));
    kpis.add(1, Samples.large("l", ""));
    show(live(kpis));
    assertThat(find("kpi.l").getWidth()).isEqualTo(find("tiles").getWidth());
    assertThat(find("kpi.longestWait").getY()).isEqualTo(find("kpi.waiting").getY()).isZero();
    assertThat(find("kpi.l").getY()).isGreaterThanOrEqualTo(find("kpi.waiting").getHeight());
    assertThat(find("kpi.serviceLevel").getY()).isGreaterThan(find("kpi.l").getY());
    assertThat(find("kpi.l.value").getFont().getSize2D())
        .isGreaterThan(find("kpi.waiting.value").getFont().getSize2D());
  }

  @Test
  void notices_areAboveTheTiles_withTheirNextStep_andInNoStatusColour() {
    show(Samples.live(Samples.withNotices(Samples.CLOSED)));
    assertThat(texts()).contains(Samples.CLOSED.sentence(), Samples.CLOSED.nextStep());
    assertThat(find("notices").getY()).isLessThan(find("tiles").getY());
    assertThat(find("trouble").isVisible()).isFalse();
    assertThat(OnEdt.get(surface::shown).notices()).containsExactly(Samples.CLOSED.sentence());
    assertThat(find("notices").getAccessibleContext().getAccessibleName())
        .isEqualTo(Samples.CLOSED.sentence());
    assertThat(find("notices.sentence").getForeground())
        .isEqualTo(OnEdt.get(Palette::current).text());
  }

  @Test
  void notices_areSpokenOfOnce() {
    var spoken = new ArrayList<Object>();
    OnEdt.run(
        () ->
            find(surface, "notices")
                .orElseThrow()
                .getAccessibleContext()
                .addPropertyChangeListener(
                    change -> {
                      if (change.getPropertyName().equals("AccessibleName")) {
                        spoken.add(change.getNewValue());
                      }
                    }));
    show(Samples.live(Samples.withNotices(Samples.CLOSED)));
    show(Samples.live(Samples.withNotices(Samples.CLOSED)));
    assertThat(spoken).containsExactly(Samples.CLOSED.sentence());
  }

  @Test
  void notice_dismissed_staysAwayAsLongAsItIsTold() {
    show(Samples.live(Samples.withNotices(Samples.CLOSED)));
    var cross = (AbstractButton) find("notices.dismiss");
    assertThat(cross.isFocusable()).isTrue();
    assertThat(cross.getAccessibleContext().getAccessibleName()).startsWith("Dismiss: Billing");
    OnEdt.run(cross::doClick);
    assertThat(find("notices").isVisible()).isFalse();
    var other = new Notice("Sales is new.", "");
    show(Samples.live(Samples.withNotices(other, Samples.CLOSED)));
    assertThat(OnEdt.get(surface::shown).notices()).containsExactly("Sales is new.");
    show(Samples.live());
    show(Samples.live(Samples.withNotices(Samples.CLOSED)));
    assertThat(OnEdt.get(surface::shown).notices()).hasSize(1);
  }

  @Test
  void notice_dismissedByTheLastAgent_isShownToTheNext() {
    show(Samples.live(Samples.withNotices(Samples.CLOSED)));
    OnEdt.run(() -> ((AbstractButton) find("notices.dismiss")).doClick());
    show(new PanelState.Starting(""));
    show(Samples.live(Samples.withNotices(Samples.CLOSED)));
    assertThat(OnEdt.get(surface::shown).notices()).hasSize(1);
  }

  @Test
  void names_thatLookLikeMarkup_stayText() {
    var markup = "<html><img src='http://localhost:1/x'>";
    var kpi = Samples.kpi("m", markup, KpiUnit.COUNT, new KpiValue.NoData());
    show(live(List.of(kpi)));
    assertThat(((JComponent) find("kpi.m")).getToolTipText()).doesNotContain("<img");
    var title = (JComponent) ((Container) find("kpi.m")).getComponent(0);
    assertThat(title.getClientProperty("html")).isNull();
  }

  @Test
  void update_sameTiles_keepsTheComponents() {
    show(Samples.live());
    var before = find("kpi.waiting");
    show(live(Samples.snapshot(8, Locale.UK, changed())));
    assertThat(find("kpi.waiting")).isSameAs(before);
    assertThat(text("kpi.waiting.value")).isEqualTo("9");
  }

  @Test
  void update_neverMovesATile() {
    show(Samples.live());
    var before = find("kpi.occupancy").getBounds();
    show(live(Samples.snapshot(8, Locale.UK, changed())));
    assertThat(find("kpi.occupancy").getBounds()).isEqualTo(before);
  }

  @Test
  void trouble_besideFigures_isSaidAboveThem() {
    show(
        new PanelState.Kpis(
            Samples.snapshot(), Age.STALE, Optional.of(Samples.unreachable()), Samples.AS_OF));
    assertThat(text("trouble.text")).contains("cannot be reached").contains("Check the network");
    show(Samples.live());
    assertThat(find("trouble").isVisible()).isFalse();
  }

  @Test
  void signedOut_leavesNoFigure() {
    show(Samples.live());
    show(new PanelState.SignedOut());
    assertThat(OnEdt.get(surface::shown)).isEqualTo(Shown.NOTHING);
    assertThat(text("message.title")).isEqualTo("Nobody is signed in");
    assertThat(text("header.title")).isEqualTo("My figures");
  }

  @Test
  void misconfigured_namesFilePlaceAndRemedy() {
    show(Samples.misconfigured(Path.of("kpi-widget.json"), 1));
    assertThat(text("message.detail")).isEqualTo("File: kpi-widget.json");
    assertThat(text("message.body")).isEqualTo("At: /p1\nWrong 1.\nMend 1.");
  }

  @Test
  void misconfigured_asAWhole_saysSo() {
    var whole = new Problem("", "No JSON.", "Mend it.");
    show(new PanelState.Misconfigured(Path.of("f"), List.of(whole)));
    assertThat(text("message.body")).isEqualTo("At: the whole file\nNo JSON.\nMend it.");
  }

  @ParameterizedTest
  @CsvSource({"3, 'Mend 3.'", "4, and 1 more", "7, and 4 more"})
  void misconfigured_manyTimes_saysTheFirstThreeAndHowManyMore(int problems, String end) {
    show(Samples.misconfigured(Path.of("f"), problems));
    assertThat(text("message.body")).contains("At: /p3\nWrong 3.").endsWith(end);
    assertThat(text("message.body")).doesNotContain("Wrong 4.");
  }

  @Test
  void misconfigured_canBeCopiedByKey_andOtherWordsAreNoStop() {
    show(Samples.misconfigured(Path.of("f"), 1));
    assertThat(find("message.body").isFocusable()).isTrue();
    show(new PanelState.SignedOut());
    assertThat(find("message.body").isFocusable()).isFalse();
  }

  @Test
  void failed_retryButton_retries() {
    show(new PanelState.Failed(Samples.unreachable()));
    OnEdt.run(() -> ((AbstractButton) find("message.retry")).doClick());
    assertThat(commands.asked).containsExactly("retry");
  }

  @Test
  void signIn_hasItsOwnButton() {
    show(new PanelState.Failed(Samples.signIn("")));
    var button = (AbstractButton) find("message.retry");
    assertThat(button.getText()).isEqualTo("Sign in");
    assertThat(find("message.copy").isVisible()).isFalse();
    OnEdt.run(button::doClick);
    assertThat(commands.asked).containsExactly("retry");
  }

  @Test
  void signInThatWaits_offersItsLink_andShowsItNowhere() {
    show(new PanelState.Failed(Samples.signIn("https://login.example/a?state=c4nary")));
    var button = (AbstractButton) find("message.copy");
    assertThat(button.getText()).isEqualTo("Copy link");
    assertThat(button.isFocusable()).isTrue();
    assertThat(((AbstractButton) find("message.retry")).getText()).isEqualTo("Sign in");
    OnEdt.run(button::doClick);
    assertThat(commands.asked).containsExactly("copyLink");
    assertThat(text("message.title") + text("message.body")).doesNotContain("login.example");
    show(new PanelState.Failed(Samples.unreachable()));
    assertThat(find("message.copy").isVisible()).isFalse();
    assertThat(find("message.retry").isVisible()).isTrue();
  }

  @Test
  void header_buttons_areNamedAndWork() {
    var refresh = (AbstractButton) find("header.refresh");
    OnEdt.run(refresh::doClick);
    assertThat(commands.asked).containsExactly("refresh");
    assertThat(refresh.getAccessibleContext().getAccessibleName()).isEqualTo("Refresh");
  }

  @Test
  void freshness_isInTheHeader() {
    OnEdt.run(() -> surface.freshness(new Freshness(Freshness.Level.FRESH, "Updated 14:52")));
    assertThat(text("header.freshness")).isEqualTo("Updated 14:52");
  }

  @Test
  void notice_dismissed_isGone() {
    OnEdt.run(() -> surface.notice("The browser view ended.", "Press retry."));
    assertThat(find("notice").isVisible()).isTrue();
    OnEdt.run(() -> ((AbstractButton) find("notice.dismiss")).doClick());
    assertThat(find("notice").isVisible()).isFalse();
  }

  @Test
  void browserInFront_hidesTheNativeViewOnlyWhenThereIsABrowser() {
    OnEdt.run(() -> surface.browserInFront(true));
    assertThat(find("native").isVisible()).isTrue();
    OnEdt.run(
        () -> {
          surface.browser(new JLabel("page"));
          surface.browserInFront(true);
        });
    assertThat(find("native").isVisible()).isFalse();
  }

  @Test
  void hiddenNativeView_stillTellsTheTruth() {
    show(Samples.live());
    OnEdt.run(
        () -> {
          surface.browser(new JLabel("page"));
          surface.browserInFront(true);
        });
    show(live(Samples.snapshot(8, Locale.UK, changed())));
    assertThat(OnEdt.get(surface::shown).kpis())
        .containsEntry("waiting", new Shown.Figure("9", 9.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"F5", "ctrl R"})
  void refreshKeys_whileTheFocusIsInThePanel_refresh(String key) {
    OnEdt.run(() -> press(key, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT));
    assertThat(commands.asked).containsExactly("refresh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"F5", "ctrl R"})
  void refreshKeys_elsewhere_areTheDesktops(String key) {
    var keys = surface.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
    assertThat(keys.get(KeyStroke.getKeyStroke(key))).isNull();
  }

  private void press(String key, int where) {
    var action =
        surface.getActionMap().get(surface.getInputMap(where).get(KeyStroke.getKeyStroke(key)));
    action.actionPerformed(new ActionEvent(surface, ActionEvent.ACTION_PERFORMED, key));
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, true"})
  void tile_withTooFewValues_keepsNoRoomForALine(int values, boolean room) {
    show(live(List.of(withHistory(0))));
    int bare = find("kpi.x").getHeight();
    show(live(List.of(withHistory(values))));
    assertThat(find("kpi.x").getHeight() > bare).isEqualTo(room);
  }

  @Test
  void tiles_withAndWithoutHistory_areOneHeight() {
    show(
        live(List.of(withHistory(9), Samples.kpi("y", "Y", KpiUnit.COUNT, new KpiValue.NoData()))));
    assertThat(find("kpi.y").getHeight()).isEqualTo(find("kpi.x").getHeight()).isPositive();
  }

  @Test
  void target_standsAfterItsStatus() {
    OnEdt.run(() -> surface.setSize(560, 800));
    show(Samples.live());
    assertThat(texts()).contains("target 2:00", "target 80%");
  }

  @Test
  void buttons_canAllBeReachedByKey() {
    show(new PanelState.Failed(Samples.unreachable()));
    for (var name : List.of("header.refresh", "header.menu", "message.retry")) {
      assertThat(find(name).isFocusable()).as(name).isTrue();
      assertThat(find(name).getAccessibleContext().getAccessibleName()).as(name).isNotBlank();
    }
  }

  private static Kpi withHistory(int values) {
    return new Kpi(
        new Label("x", "X", "", KpiUnit.COUNT, false),
        new KpiValue.Number(3),
        KpiStatus.NEUTRAL,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Collections.nCopies(values, 3.0));
  }

  @Test
  void painting_withFigures_isTold() {
    paint();
    assertThat(paintings).isZero();
    show(Samples.live());
    paint();
    assertThat(paintings).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 80, 200, 300, 360, 480, 900})
  void painting_anyWidth_works(int width) {
    OnEdt.run(() -> surface.setSize(width, 800));
    show(Samples.live());
    show(new PanelState.Starting("Signing in"));
    show(new PanelState.Failed(Samples.unreachable()));
    assertThat(paint().getWidth()).isEqualTo(width);
  }

  @Test
  void painting_rightToLeft_works() {
    OnEdt.run(() -> surface.applyComponentOrientation(java.awt.ComponentOrientation.RIGHT_TO_LEFT));
    show(Samples.live());
    assertThat(find("kpi.waiting").getX()).isGreaterThan(find("kpi.longestWait").getX());
    paint();
  }

  @ParameterizedTest
  @ValueSource(ints = {220, 249, 264, 300})
  void figure_isNeverCut(int width) {
    OnEdt.run(() -> surface.setSize(width, 800));
    show(Samples.live());
    for (var id : List.of("longestWait", "serviceLevel", "occupancy")) {
      var label = find("kpi." + id + ".value");
      assertThat(label.getWidth()).isGreaterThanOrEqualTo(label.getPreferredSize().width);
    }
  }

  @ParameterizedTest
  @EnumSource(KpiStatus.class)
  void colours_inLightAndDark_areReadable(KpiStatus status) {
    for (FlatLaf look : List.of(new FlatLightLaf(), new FlatDarkLaf())) {
      var palette =
          OnEdt.get(
              () -> {
                FlatLaf.setup(look);
                return Palette.current();
              });
      assertThat(Contrast.ratio(palette.of(status), palette.card())).isGreaterThanOrEqualTo(4.5);
      assertThat(Contrast.ratio(palette.faint(), palette.card())).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void look_changesLive() {
    show(Samples.live());
    var light = find("kpi.handled.value").getForeground();
    OnEdt.run(
        () -> {
          FlatLaf.setup(new FlatDarkLaf());
          SwingUtilities.updateComponentTreeUI(surface);
        });
    var dark = find("kpi.handled.value").getForeground();
    assertThat(dark).isNotEqualTo(light);
    var card = OnEdt.get(Palette::current).card();
    assertThat(Contrast.ratio(dark, card)).isGreaterThanOrEqualTo(4.5);
  }

  private static PanelState.Kpis live(List<Kpi> kpis) {
    return live(Samples.snapshot(8, Locale.UK, kpis));
  }

  private static PanelState.Kpis live(io.kpiwidget.engine.feed.KpiSnapshot snapshot) {
    return Samples.live(snapshot);
  }

  private static List<Kpi> changed() {
    var kpis = new ArrayList<>(Samples.kpis());
    kpis.set(0, Samples.kpi("waiting", "Waiting now", KpiUnit.COUNT, 9, KpiStatus.BREACHED, 5, 3));
    return kpis;
  }

  private void show(PanelState state) {
    OnEdt.run(
        () -> {
          surface.show(state);
          layOut(surface);
        });
  }

  /** Without a window nobody validates. */
  private static void layOut(Container container) {
    container.doLayout();
    for (var child : container.getComponents()) {
      if (child instanceof Container inner) {
        layOut(inner);
      }
    }
  }

  private BufferedImage paint() {
    return OnEdt.get(
        () -> {
          layOut(surface);
          var image = new BufferedImage(surface.getWidth(), 800, BufferedImage.TYPE_INT_RGB);
          surface.paint(image.getGraphics());
          return image;
        });
  }

  private Component find(String name) {
    return OnEdt.get(
        () ->
            find(surface, name)
                .orElseThrow(() -> new AssertionError("no component is called " + name)));
  }

  private static Optional<Component> find(Component from, String name) {
    if (name.equals(from.getName())) {
      return Optional.of(from);
    }
    return from instanceof Container container
        ? List.of(container.getComponents()).stream()
            .flatMap(c -> find(c, name).stream())
            .findFirst()
        : Optional.empty();
  }

  private String text(String name) {
    return text(find(name));
  }

  private static String text(Component component) {
    if (component instanceof JLabel label) {
      return label.getText();
    }
    return component instanceof JTextComponent text ? text.getText() : "";
  }

  private List<String> texts() {
    return OnEdt.get(
        () -> {
          var all = new ArrayList<String>();
          collect(surface, all);
          return all;
        });
  }

  private static void collect(Component from, List<String> texts) {
    texts.add(text(from));
    if (from instanceof Container container) {
      for (var child : container.getComponents()) {
        collect(child, texts);
      }
    }
  }
}
