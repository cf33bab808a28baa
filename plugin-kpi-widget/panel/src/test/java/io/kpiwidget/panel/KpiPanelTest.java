package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.feed.FeedState;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.host.AgentSession;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.page.HostPages;
import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.browser.BrowserView;
import java.awt.Component;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KpiPanelTest {

  private static final AgentSession ANN =
      AgentSession.of("ann").name("Ann").queues(List.of("q1")).locale(Locale.UK).build();
  private static final AgentSession BEN =
      AgentSession.of("ben").name("Ben").queues(List.of("q2")).locale(Locale.UK).build();
  private static final Instant START = Samples.AS_OF.minusSeconds(6 * 60 + 25);
  private static final BrowserState RUNNING = new BrowserState.Running(42, "146");

  private static final String SHOWN =
      "{\"type\":\"shown\",\"version\":7,\"kpis\":{\"waiting\":{\"text\":\"6\",\"value\":6}},"
          + "\"queues\":[]}";
  private static final String EMPTIED =
      "{\"type\":\"shown\",\"version\":0,\"kpis\":{},\"queues\":[]}";

  @TempDir private Path dir;
  private FakeContext context;

  @SuppressWarnings("NullAway.Init") // each test opens it
  private KpiPanel panel;

  @SuppressWarnings("NullAway.Init") // with the panel
  private DockablePanel docked;

  private final List<FakeFeed> feeds = new CopyOnWriteArrayList<>();
  private final List<FakeBrowser> browsers = new CopyOnWriteArrayList<>();

  @BeforeEach
  void desktop() throws IOException {
    context = new FakeContext(dir);
    configure("kpi");
    Files.createDirectories(dir.resolve("jre/bin"));
    Files.createFile(dir.resolve("jre/bin/java"));
    Files.createFile(dir.resolve("plugin.jar"));
  }

  @AfterEach
  void close() {
    panel.close();
    context.closeOwned();
  }

  @Test
  void twoWidgets_areTwoPanels_eachWithItsTitle() throws IOException {
    configureTwo();
    context.signIn(ANN);
    openWithFeed();
    Await.until("a second panel", () -> feeds.size() == 2);
    Await.until("its title", () -> other().title().equals("My day"));

    assertThat(docked.title()).isEqualTo("Queues");
    assertThat(other().id()).isEqualTo("kpi-widget-2");
    assertThat(other().side()).isEqualTo(DockablePanel.Side.BOTTOM);
    assertThat(feeds.get(1).told).contains("agent ann");
  }

  @Test
  void titleOfAWidget_followsTheAgentsLanguage() throws IOException {
    configureTwo();
    openWithFeed();
    Await.until("a title", () -> feeds.size() == 2 && other().title().equals("My day"));

    context.others.get(0).signIn(AgentSession.of("ann").locale(Locale.GERMANY).build());

    assertThat(other().title()).isEqualTo("Mein Tag");
  }

  @Test
  void fileReadAgain_opensNoPanelTwice_andTakesAwayWhatIsGone() throws IOException {
    configureTwo();
    openWithFeed();
    Await.until("a second panel", () -> feeds.size() == 2);
    failWithConfig(feeds.get(0));
    OnEdt.run(() -> ((AbstractButton) find("message.retry")).doClick());
    Await.until("a third feed", () -> feeds.size() == 3);
    OnEdt.run(() -> {});
    assertThat(context.others).hasSize(1);

    configure("kpi");
    failWithConfig(feeds.get(2));
    OnEdt.run(() -> ((AbstractButton) find("message.retry")).doClick());
    Await.until("one panel is left", () -> context.others.isEmpty());
  }

  /** Whoever mends the file reads it again. */
  private static void failWithConfig(FakeFeed feed) {
    var why = new Trouble(Trouble.Code.CONFIG, "Wrong.", "Mend it.", Optional.empty());
    feed.say(new FeedState.Unavailable(why));
  }

  private DockablePanel other() {
    return Optional.ofNullable(context.others.get(0).panel).orElseThrow();
  }

  private void configureTwo() throws IOException {
    var two =
        """
        , "widgets": [{"name": "Queues"},
                      {"name": "Me", "title": {"en": "My day", "de": "Mein Tag"}}]}
        """;
    Files.writeString(config(), json("kpi").stripTrailing().replaceAll("}$", "") + two);
  }

  @Test
  void open_showsTheSkeletonAtOnce() {
    open();
    assertThat(find("skeleton").isVisible()).isTrue();
  }

  @Test
  void signIn_tellsTheFeed() {
    openWithFeed();
    context.signIn(ANN);
    assertThat(feed().told).contains("agent none", "agent ann");
  }

  @Test
  void signedInBefore_feedStartsWithTheAgent() {
    context.signIn(ANN);
    openWithFeed();
    assertThat(feed().told).contains("agent ann");
  }

  @Test
  void figures_areShownNativelyFirst() {
    openLive();
    assertThat(text("kpi.waiting.value")).isEqualTo("6");
    assertThat(text("header.freshness")).isEqualTo("Updated 14:52");
    assertThat(nativeInFront()).isTrue();
  }

  @Test
  void shown_beforeTheProcessRuns_changesNothing() {
    openLive();
    browser().post(SHOWN);
    assertThat(nativeInFront()).isTrue();
  }

  @Test
  void ready_ofTheKpiPage_isNotEnough() {
    openLive();
    browser().become(RUNNING);
    browser().post("{\"type\":\"ready\"}");
    browser().post(EMPTIED);
    assertThat(report().get("renderer").getAsString()).isEqualTo("swing");
  }

  @Test
  void shown_whenRunning_bringsTheBrowserToTheFront() {
    openLive();
    browser().become(RUNNING);
    assertThat(nativeInFront()).isTrue();
    browser().post(SHOWN);
    Await.until("the browser is in front", () -> !nativeInFront());
    assertThat(report().get("renderer").getAsString()).isEqualTo("chromium");
    assertThat(report().get("firstKpiBrowserMs").getAsLong()).isPositive();
  }

  @Test
  void gone_bringsTheNativeViewBackWithTheReason() {
    openInBrowser();
    browser().become(new BrowserState.Gone("CRASHED", "It crashed.", "Press retry.", false));
    assertThat(nativeInFront()).isTrue();
    assertThat(text("notice.text"))
        .contains("It crashed.")
        .containsPattern("Press retry\\. \\(CRASHED [2-9A-HJ-NP-Z]{6}\\)");
    assertThat(report().get("asked").getAsString())
        .containsPattern("^CRASHED \\w{6}\nIt crashed\\.\nPress retry\\.");
    assertThat(report().get("reason").getAsString()).isEqualTo("It crashed.");
    OnEdt.run(panel::retryBrowser);
    assertThat(browser().told).contains("restart");
  }

  @Test
  void gone_andBack_needsFiguresAnew() {
    openInBrowser();
    browser().become(new BrowserState.Gone("CRASHED", "It crashed.", "", true));
    browser().become(RUNNING);
    assertThat(nativeInFront()).isTrue();
    browser().post(SHOWN);
    Await.until("the browser is in front", () -> !nativeInFront());
    assertThat(find("notice").isVisible()).isFalse();
    assertThat(report().getAsJsonArray("failures")).isEmpty();
  }

  @Test
  void hello_ofANewDocument_bringsTheNativeViewBack() {
    openInBrowser();
    browser().post("{\"type\":\"hello\"}");
    assertThat(nativeInFront()).isTrue();
  }

  @Test
  void signOut_leavesNoFigureBeforeTheFeedAnswers() {
    openLive();
    context.signIn(null);
    assertThat(text("message.title")).isEqualTo("Nobody is signed in");
    awaitPage("snapshot", "signedOut");
    assertThat(browser().last("snapshot")).doesNotContain("Billing");
  }

  @Test
  void lateFigures_ofTheLastAgent_areDropped() {
    openLive();
    OnEdt.run(
        () -> {
          // the word is on its way while the agent changes
          feed().listener.state(live());
          context.signIn(BEN);
        });
    OnEdt.run(() -> {});
    assertThat(find("skeleton").isVisible()).isTrue();
  }

  @Test
  void page_asksForRefresh() {
    openLive();
    browser().post("{\"type\":\"action\",\"name\":\"refresh\"}");
    assertThat(feed().told).contains("refresh");
  }

  @Test
  void asked_isNotMadeBeforeItIsWanted() {
    openLive();
    assertThat(walk(docked.component())).noneMatch(c -> "asked".equals(c.getName()));
  }

  @Test
  void asked_isToldInWords() {
    openLive();
    OnEdt.run(panel::asked);
    Await.until(
        "the words are there",
        () ->
            askedWords().contains("POST /v2/analytics/query: 3")
                && askedWords().contains("200: 5"));
    assertThat(askedWords()).contains("token: valid", "QUEUES NOW\nCurrent, 5 s old, next in 25 s");
    assertThat(report().get("asked").getAsString()).isEqualTo(askedWords());
  }

  private String askedWords() {
    return OnEdt.get(
        () ->
            walk(docked.component())
                .filter(c -> "asked".equals(c.getName()))
                .flatMap(KpiPanelTest::walk)
                .filter(c -> "message.body".equals(c.getName()))
                .map(c -> ((JTextComponent) c).getText())
                .findFirst()
                .orElse(""));
  }

  @Test
  void agentState_isInBothViews_besideTheSameFigures() {
    openLive();
    context.signIn(annOnACall());
    assertThat(text("native.agent")).isEqualTo("On a call, 6 minutes");
    awaitPage("snapshot", "\"agent\":{\"state\":\"On a call\",\"since\":");
    assertThat(browser().last("snapshot")).contains("\"version\":7");
    assertThat(text("header.title")).isEqualTo("My service today");
  }

  @Test
  void agentState_toldBeforeTheBrowserIsThere_isInItsFirstPage() {
    context.signIn(annOnACall());
    openWithFeed();
    Await.until("the browser is open", () -> !browsers.isEmpty());
    awaitPage("snapshot", "\"agent\":{\"state\":\"On a call\"");
  }

  @Test
  void signOut_takesTheAgentStateFromBothViewsAtOnce() {
    openLive();
    context.signIn(annOnACall());
    context.signIn(null);
    assertThat(text("native.agent")).isEmpty();
    assertThat(OnEdt.get(() -> find("native.agent").isVisible())).isFalse();
    awaitPage("snapshot", "\"signedOut\"");
    assertThat(browser().last("snapshot")).contains("\"agent\":{\"state\":\"\"}");
  }

  @Test
  void agentSwitch_theNextAgentsState_isNeverBesideTheLastOnesFigures() {
    openLive();
    context.signIn(AgentSession.of("ben").locale(Locale.UK).agentState("Available", START).build());
    awaitPage("snapshot", "\"Available\"");
    assertThat(browser().pushed)
        .filteredOn(json -> json.contains("\"Available\""))
        .allMatch(json -> json.contains("\"kpis\":[]"));
    assertThat(text("native.agent")).startsWith("Available");
  }

  private static AgentSession annOnACall() {
    return AgentSession.of("ann")
        .name("Ann")
        .queues(List.of("q1"))
        .locale(Locale.UK)
        .agentState("On a call", START)
        .build();
  }

  @Test
  void conversationEnded_isPassedOn() {
    openLive();
    context.conversationEnded();
    assertThat(feed().told).contains("conversation ended");
  }

  @Test
  void page_unreadableMessage_isCounted() {
    openLive();
    browser().post("{\"type\":");
    assertThat(report().getAsJsonObject("rejected").get("unreadable").getAsInt()).isEqualTo(1);
  }

  @Test
  void hidden_pausesFeedAndPage() {
    openLive();
    context.showing(false);
    assertThat(feed().told).endsWith("showing false");
    assertThat(browser().told).endsWith("showing false");
  }

  @Test
  void whatIsNotThere_isRefusedWithThePolicysHeaders() {
    openLive();
    assertThat(browser().settings.refusal())
        .isEqualTo(HostPages.refusalHeaders())
        .containsEntry("X-Frame-Options", "DENY");
  }

  @Test
  void theme_isTold() {
    openLive();
    context.themeChanged();
    assertThat(browser().last("theme")).contains("\"scheme\":").contains("\"page\":\"#");
  }

  @Test
  void kpiView_neverGetsAToken() {
    openLive();
    FakeFeed.run(() -> feed().listener.token(new SecretValue("s3cret"), Duration.ofMinutes(5)));
    assertThat(browser().told).noneMatch(t -> t.contains("s3cret"));
    assertThat(browser().pushed).noneMatch(t -> t.contains("s3cret"));
    assertThat(browser().settings.frameOrigins()).isEmpty();
  }

  @Test
  void platformView_getsTheTokenByHeaderAndTheAddressWithoutIt() throws IOException {
    configure("platform");
    openLive();
    FakeFeed.run(() -> feed().listener.token(new SecretValue("s3cret"), Duration.ofMinutes(5)));
    assertThat(browser().told).contains("authorize http://127.0.0.1:2 s3cret");
    awaitPage("platform", "http://127.0.0.1:2/app/#/analytics/widget/w1?auto_refresh=true&theme=");
    assertThat(browser().last("platform")).doesNotContain("s3cret");
    assertThat(browser().settings.frameOrigins()).containsExactly("http://127.0.0.1:2");
  }

  @Test
  void platformView_byMessage_getsTheTokenAsAnEventAndNoHeader() throws IOException {
    configure("platform", "post");
    openLive();
    FakeFeed.run(() -> feed().listener.token(new SecretValue("s3cret"), Duration.ofMinutes(5)));
    assertThat(browser().last("token")).contains("\"token\":\"s3cret\"");
    assertThat(browser().last("platform")).contains("&auth=message").doesNotContain("s3cret");
    assertThat(browser().told).noneMatch(t -> t.contains("authorize"));
  }

  @Test
  void platformView_byFragment_getsTheTokenInTheAddress() throws IOException {
    configure("platform", "fragment");
    openLive();
    FakeFeed.run(() -> feed().listener.token(new SecretValue("s3cret"), Duration.ofMinutes(5)));
    assertThat(browser().last("platform"))
        .contains("/app/#/analytics/widget/w1?")
        .contains("&access_token=s3cret")
        .contains("\"livesMillis\":300000");
    assertThat(browser().told).noneMatch(t -> t.contains("authorize"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "post", "fragment"})
  void platformView_token_isNotInTheDiagnostics(String way) throws IOException {
    configure("platform", way);
    openLive();
    FakeFeed.run(() -> feed().listener.token(new SecretValue("s3cret"), Duration.ofMinutes(5)));
    browser()
        .post(
            "{\"type\":\"frames\",\"history\":1,\"frames\":[{\"id\":\"platform\",\"sandbox\":\"\","
                + "\"origin\":\"\",\"src\":\"http://127.0.0.1:2/app/#/w?access_token=s3cret\"}]}");
    assertThat(report().getAsJsonArray("frames")).hasSize(1);
    assertThat(report().get("historyLength").getAsInt()).isEqualTo(1);
    assertThat(docked.diagnostics()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "token-not-taken, The platform's widget does not take its renewed access.",
    "not-ready, The platform's widget does not come up.",
    "quarantined, The platform's widget sent so many messages that it was taken away."
  })
  void platformView_trouble_isExplainedAndCountedUntilReady(String code, String sentence)
      throws IOException {
    configure("platform", "post");
    openLive();
    browser().post("{\"type\":\"trouble\",\"code\":\"" + code + "\"}");
    browser().post("{\"type\":\"trouble\",\"code\":\"" + code + "\"}");
    assertThat(text("notice.text")).contains(sentence).contains("ask your administrator");
    assertThat(report().getAsJsonObject("rejected").get(code).getAsInt()).isEqualTo(2);
    browser().post("{\"type\":\"ready\"}");
    assertThat(find("notice").isVisible()).isFalse();
  }

  /** What only the browser process sees: the frame has an error's page, and no script of ours. */
  @ParameterizedTest
  @ValueSource(
      strings = {"certificate", "frame", "frame-proxy", "frame-refused", "frame-unreachable"})
  void platformView_frameThatDoesNotLoad_isExplainedUntilReady(String kind) throws IOException {
    configure("platform", "post");
    openLive();
    FakeFeed.run(() -> browser().listener.refused(kind));
    var failure = report().getAsJsonArray("failures").get(0).getAsJsonObject();
    assertThat(text("notice.text"))
        .contains(failure.get("sentence").getAsString())
        .contains(failure.get("nextStep").getAsString())
        .contains(failure.get("reference").getAsString());
    browser().post("{\"type\":\"ready\"}");
    assertThat(find("notice").isVisible()).isFalse();
    assertThat(report().getAsJsonArray("failures")).isEmpty();
  }

  @Test
  void platformView_frameThatGoesElsewhere_isExplained() throws IOException {
    configure("platform", "post");
    openLive();
    browser().post("{\"type\":\"violation\",\"directive\":\"frame-src\"}");
    assertThat(text("notice.text")).contains("may not go to").contains("frame-policy");
  }

  @Test
  void kpiView_frameThatGoesElsewhere_isCountedOnly() {
    openInBrowser();
    FakeFeed.run(() -> browser().listener.refused("frame"));
    assertThat(find("notice").isVisible()).isFalse();
    assertThat(report().getAsJsonObject("rejected").get("browser frame").getAsInt()).isEqualTo(1);
  }

  @Test
  void platformView_troubleDismissed_isNotShownAgain() throws IOException {
    configure("platform", "post");
    openLive();
    browser().post("{\"type\":\"trouble\",\"code\":\"not-ready\"}");
    OnEdt.run(() -> ((AbstractButton) find("notice.dismiss")).doClick());
    browser().post("{\"type\":\"trouble\",\"code\":\"not-ready\"}");
    assertThat(find("notice").isVisible()).isFalse();
  }

  @Test
  void platformView_quarantined_leavesTheNativeFigures() throws IOException {
    configure("platform");
    openLive();
    FakeFeed.run(() -> feed().listener.token(new SecretValue("s3cret"), Duration.ofMinutes(5)));
    browser().become(RUNNING);
    browser().post("{\"type\":\"ready\"}");
    Await.until("the shell is in front", () -> !nativeInFront());
    browser().post("{\"type\":\"blank\"}");
    browser().post("{\"type\":\"trouble\",\"code\":\"quarantined\"}");
    assertThat(nativeInFront()).isTrue();
    assertThat(text("kpi.waiting.value")).isEqualTo("6");
  }

  @Test
  void kpiView_documentGone_isNativeUntilTheNextOneHasPainted() {
    openLive();
    browser().become(RUNNING);
    browser().post(SHOWN);
    Await.until("the page is in front", () -> !nativeInFront());
    browser().post("{\"type\":\"blank\"}");
    assertThat(nativeInFront()).isTrue();
    browser().post(SHOWN);
    Await.until("the page is in front again", () -> !nativeInFront());
  }

  @Test
  void escapes_thatTheBrowserRefused_areCountedInTheDiagnostics() {
    openLive();
    FakeFeed.run(() -> browser().listener.refused("popup"));
    assertThat(report().getAsJsonObject("rejected").get("browser popup").getAsInt()).isEqualTo(1);
  }

  @Test
  void platformView_agentSwitch_takesTheTokenBackAndHidesTheShell() throws IOException {
    configure("platform");
    openLive();
    FakeFeed.run(() -> feed().listener.token(new SecretValue("s3cret"), Duration.ofMinutes(5)));
    browser().become(RUNNING);
    browser().post("{\"type\":\"ready\"}");
    feed().say(live());
    Await.until("the shell is in front", () -> !nativeInFront());
    context.signIn(BEN);
    assertThat(nativeInFront()).isTrue();
    assertThat(browser().told).endsWith("authorize http://127.0.0.1:2 null", "close");
  }

  @Test
  void platformView_agentSwitch_hasANewProcessThatKnowsNothing() throws IOException {
    configure("platform");
    openLive();
    FakeFeed.run(() -> feed().listener.token(new SecretValue("s3cret"), Duration.ofMinutes(5)));
    context.signIn(null);
    context.signIn(BEN);
    assertThat(browsers).hasSize(2);
    var fresh = browsers.get(1);
    Await.until("the page is told", () -> fresh.last("snapshot").contains("starting"));
    assertThat(fresh.told).noneMatch(t -> t.contains("s3cret"));
    assertThat(fresh.pushed).noneMatch(e -> e.contains("Billing") || e.contains("widget/w1"));
    assertThat(fresh.told).doesNotContain("close");
  }

  @Test
  void kpiView_agentSwitch_keepsItsProcess() {
    openInBrowser();
    context.signIn(BEN);
    assertThat(browsers).hasSize(1);
  }

  @Test
  void agentSwitch_whileTheBrowserIsInFront_hidesItUntilItShowsTheNextAgent() {
    openInBrowser();
    context.signIn(BEN);
    assertThat(nativeInFront()).isTrue();
    awaitPage("snapshot", "\"kind\":\"starting\"");
    feed().say(live(8));
    browser().post(SHOWN);
    assertThat(report().get("renderer").getAsString()).as("Ann's picture").isEqualTo("swing");
    browser().post(SHOWN.replace("\"version\":7", "\"version\":8"));
    Await.until("the browser is in front", () -> !nativeInFront());
  }

  @Test
  void signOut_whileTheBrowserIsInFront_emptiesWhatThePageReports() {
    openInBrowser();
    assertThat(pageFigures()).isNotEmpty();
    context.signIn(null);
    assertThat(nativeInFront()).isTrue();
    assertThat(text("message.title")).isEqualTo("Nobody is signed in");
    awaitPage("snapshot", "\"kind\":\"signedOut\"");
    browser().post(EMPTIED);
    assertThat(pageFigures()).isEmpty();
  }

  @Test
  void newDocument_hasNoFiguresYet() {
    openInBrowser();
    browser().post("{\"type\":\"hello\"}");
    assertThat(pageFigures()).isEmpty();
  }

  @Test
  void framesOfANewDocument_areKeptThoughTheEdtIsBusy() {
    openLive();
    var frames = "{\"type\":\"frames\",\"history\":1,\"frames\":[]}";
    OnEdt.run(
        () -> {
          browser().listener.message("{\"type\":\"hello\"}");
          browser().listener.message(frames);
        });
    OnEdt.run(() -> {});
    assertThat(report().get("historyLength").getAsInt()).isEqualTo(1);
  }

  @Test
  void unavailable_whileTheBrowserIsInFront_showsTheSentenceAndTheButton() {
    openInBrowser();
    feed().say(new FeedState.Unavailable(Samples.unreachable()));
    assertThat(nativeInFront()).isTrue();
    assertThat(text("message.title")).isEqualTo("The platform cannot be reached.");
    assertThat(find("message.retry").isVisible()).isTrue();
    feed().say(live(8));
    browser().post(SHOWN.replace("\"version\":7", "\"version\":8"));
    Await.until("the browser is in front", () -> !nativeInFront());
  }

  @Test
  void dismissedNotice_staysAwayAtTheNextFigures() {
    openInBrowser();
    browser().become(new BrowserState.Gone("CRASHED", "It crashed.", "", false));
    OnEdt.run(() -> ((AbstractButton) find("notice.dismiss")).doClick());
    feed().say(live(8));
    assertThat(find("notice").isVisible()).isFalse();
  }

  @Test
  void retryTwice_opensOneBrowser() throws IOException {
    Files.delete(config());
    open();
    Await.until("the error is shown", () -> shown("message"));
    configure("kpi");
    OnEdt.run(
        () -> {
          panel.retryBrowser();
          panel.retryBrowser();
        });
    Await.until("the second is opened", () -> !browsers.isEmpty());
    assertThat(browsers).hasSize(1);
    assertThat(feeds.get(0).told).endsWith("close");
  }

  @Test
  void brokenFile_mendedAndRetried_showsFigures() throws IOException {
    Files.writeString(config(), "{");
    open();
    Await.until("the error is shown", () -> shown("message"));
    configure("kpi");
    OnEdt.run(() -> ((AbstractButton) find("message.retry")).doClick());
    Await.until("the feed is open", () -> !feeds.isEmpty() && !feed().told.isEmpty());
    feed().say(live());
    assertThat(text("kpi.waiting.value")).isEqualTo("6");
    assertThat(nativeInFront()).isTrue();
  }

  @Test
  void shellsMessages_fromAFileBesideTheConfiguration_areInThePage() throws IOException {
    configureMessages(false);
    openLive();
    assertThat(browser().settings.pages())
        .extractingByKey("/index.html")
        .extracting(BrowserView.Answer::body, as(STRING))
        .contains("\"acme:ready\":{\"means\":\"widget:ready\"");
  }

  @Test
  void shellsMessages_thatCannotBeUsed_areToldWithFileAndPlace() throws IOException {
    configureMessages(true);
    open();
    Await.until("the error is shown", () -> shown("message"));
    assertThat(text("message.body"))
        .contains("/platform/messages")
        .contains("\"acme.json\" at /$defs/widget:ready: needs \"additionalProperties\": false");
    assertThat(feeds).isEmpty();
  }

  private void configureMessages(boolean open) throws IOException {
    var messages =
        """
        {"oneOf": [{"$ref": "#/$defs/widget:ready"}],
         "$defs": {"widget:ready": {
           "type": "object", "properties": {"type": {"const": "acme:ready"}},
           "required": ["type"], "additionalProperties": %s}}}
        """;
    Files.writeString(dir.resolve("acme.json"), messages.formatted(open));
    var named = "\"messages\": \"acme.json\", \"dialect\"";
    Files.writeString(config(), json("platform").replace("\"dialect\"", named));
  }

  @Test
  void missingFile_saysWhichAndRetries() throws IOException {
    Files.delete(config());
    open();
    Await.until("the error is shown", () -> find("message.title").isShowing() || shown("message"));
    assertThat(text("message.detail")).contains(config().toString());
    configure("kpi");
    OnEdt.run(panel::retry);
    Await.until("the feed is open", () -> !feeds.isEmpty());
  }

  @Test
  void brokenFile_saysWhere() throws IOException {
    Files.writeString(config(), json("kpi").replace("\"view\"", "\"veiw\""));
    open();
    Await.until("the error is shown", () -> shown("message"));
    assertThat(text("message.body")).contains("/veiw");
    assertThat(report().get("problems").getAsInt()).isEqualTo(1);
    assertThat(report().getAsJsonObject("trouble").get("sentence").getAsString())
        .startsWith("/veiw: ");
  }

  @Test
  void otherFile_isNamedByTheDesktop() throws IOException {
    var other = dir.resolve("other.json");
    Files.move(config(), other);
    context.settings.put("kpi-widget.config", other.toString());
    openWithFeed();
    assertThat(report().get("config").getAsString()).isEqualTo("other.json");
  }

  @Test
  void noLauncher_staysNativeAndSaysWhy() throws IOException {
    Files.delete(dir.resolve("jre/bin/java"));
    openWithFeed();
    Await.until("the notice is there", () -> find("notice").isVisible());
    assertThat(text("notice.text")).contains("no java launcher");
    assertThat(browsers).isEmpty();
    assertThat(report().get("renderer").getAsString()).isEqualTo("swing");
  }

  @Test
  void failedByConfig_retryReadsTheFileAgain() {
    openLive();
    var secret = new Trouble(Trouble.Code.CLIENT_SECRET, "No secret.", "", Optional.empty());
    feed().say(new FeedState.Unavailable(secret));
    OnEdt.run(panel::retry);
    Await.until("there is a second feed", () -> feeds.size() == 2);
    assertThat(feeds.get(0).told).endsWith("close");
    assertThat(browsers.get(0).told).endsWith("close");
  }

  @Test
  void failedByNetwork_retryAsksTheFeed() {
    openLive();
    feed().say(new FeedState.Unavailable(Samples.unreachable()));
    OnEdt.run(panel::retry);
    assertThat(feed().told).endsWith("refresh");
    assertThat(feeds).hasSize(1);
  }

  @Test
  void signInThatWaits_hasItsLinkInNoPageAndNoDiagnostics() {
    openInBrowser();
    var link = "https://login.example/authorize?state=c4nary";
    feed().say(new FeedState.Unavailable(Samples.signIn(link)));
    Await.until(
        "the page is told",
        () -> browser().pushed.stream().anyMatch(event -> event.contains("Your browser waits")));
    assertThat(browser().pushed).noneMatch(event -> event.contains("login.example"));
    assertThat(report().toString())
        .contains("SIGN_IN_BROWSER")
        .doesNotContain("login.example", "c4nary");
  }

  @Test
  void copyLink_isTheLinkThatWaits() throws Exception {
    openLive();
    var link = "https://login.example/authorize?state=s";
    feed().say(new FeedState.Unavailable(Samples.signIn(link)));
    OnEdt.run(panel::copyLink);
    var clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
    assertThat(clipboard.getData(DataFlavor.stringFlavor)).isEqualTo(link);
    feed().say(new FeedState.Unavailable(Samples.unreachable()));
    OnEdt.run(panel::copyLink);
    assertThat(clipboard.getData(DataFlavor.stringFlavor)).isEqualTo(link);
  }

  @Test
  void signIn_isTheFeedsBusiness_andOpensTheDesktopsBrowser() throws Exception {
    openLive();
    feed().say(new FeedState.Unavailable(Samples.signIn("")));
    OnEdt.run(panel::retry);
    assertThat(feed().told).endsWith("refresh");
    var link = URI.create("https://login.example/authorize");
    feed().around.openBrowser(link);
    assertThat(context.opened).containsExactly(link);
  }

  @Test
  void diagnostics_holdWhatBothViewsShow() {
    openInBrowser();
    browser()
        .post(
            "{\"type\":\"shown\",\"version\":7,\"kpis\":{\"waiting\":{\"text\":\"6\",\"value\":6}},"
                + "\"queues\":[{\"id\":\"q1\",\"cells\":{}}]}");
    var kpis = report().getAsJsonObject("kpis");
    assertThat(kpis.getAsJsonObject("swing").getAsJsonObject("waiting").toString())
        .isEqualTo("{\"text\":\"6\",\"value\":6}");
    assertThat(kpis.getAsJsonObject("browser")).isNotEqualTo(new JsonObject());
    assertThat(report().getAsJsonObject("browser").get("pid").getAsLong()).isEqualTo(42);
    assertThat(report().getAsJsonObject("upstreamRequests").get("POST /v2/analytics/query"))
        .hasToString("3");
    assertThat(report().get("snapshotVersion").getAsLong()).isEqualTo(7);
  }

  @Test
  void diagnostics_sayWhyANumberIsMissing_andWhichNewsIsShown_inBothViews() {
    openInBrowser();
    feed().say(new FeedState.Live(Samples.ofEveryKind(), FeedState.Age.FRESH, Optional.empty()));
    browser()
        .post(
            "{\"type\":\"shown\",\"version\":8,\"kpis\":{\"a\":{\"text\":\"×\",\"value\":null,"
                + "\"reason\":\"Needs p:q.\"}},\"queues\":[],\"notices\":[\"Closed.\"]}");
    var kpis = report().getAsJsonObject("kpis");
    assertThat(reason(kpis, "swing", "NotPermitted")).contains("analytics:userAggregate:view");
    assertThat(reason(kpis, "browser", "a")).isEqualTo("Needs p:q.");
    assertThat(report().getAsJsonObject("notices"))
        .hasToString("{\"swing\":[],\"browser\":[\"Closed.\"]}");
    feed()
        .say(
            new FeedState.Live(
                Samples.withNotices(Samples.CLOSED), FeedState.Age.FRESH, Optional.empty()));
    assertThat(report().getAsJsonObject("notices").getAsJsonArray("swing")).hasSize(1);
  }

  private static String reason(JsonObject kpis, String view, String kpi) {
    var figure = kpis.getAsJsonObject(view).getAsJsonObject(kpi);
    return figure.get("reason").getAsString();
  }

  @Test
  void desktopToken_isOnlyForTheAgentWhoIsThere() throws Exception {
    context.signIn(ANN);
    context.token = "t";
    openWithFeed();
    assertThat(feed().around.desktopToken(agent("ann"))).isNotNull();
    assertThat(feed().around.desktopToken(agent("ben"))).isNull();
  }

  @Test
  void close_leavesNothing() {
    openLive();
    panel.close();
    panel.close();
    assertThat(feed().told).endsWith("close").containsOnlyOnce("close");
    assertThat(browser().told).endsWith("close").containsOnlyOnce("close");
    assertThat(context.listeners()).isZero();
    feed().say(new FeedState.SignedOut());
    assertThat(text("kpi.waiting.value")).isEqualTo("6");
  }

  private static Agent agent(String id) {
    return new Agent(id, id, List.of(), Locale.UK, Optional.empty());
  }

  private void openInBrowser() {
    openLive();
    browser().become(RUNNING);
    browser().post(SHOWN);
    Await.until("the browser is in front", () -> !nativeInFront());
  }

  private void openLive() {
    context.signIn(ANN);
    openWithFeed();
    Await.until("the browser is open", () -> !browsers.isEmpty());
    feed().say(live());
  }

  private void openWithFeed() {
    open();
    Await.until("the feed knows who is there", () -> !feeds.isEmpty() && !feed().told.isEmpty());
    OnEdt.run(() -> {});
  }

  /** What the page is told is written on a thread of its own. */
  private void awaitPage(String type, String text) {
    Await.until(
        "the page is told " + text,
        () -> browser().pushed.stream().anyMatch(e -> e.contains(type) && e.contains(text)));
  }

  private void open() {
    var parts =
        new Parts(
            Clock.fixed(Samples.AS_OF, ZoneOffset.UTC),
            WidgetConfig::load,
            (config, around, listener) -> remember(feeds, new FakeFeed(around, listener)),
            (settings, listener) -> remember(browsers, new FakeBrowser(settings, listener)),
            dir.resolve("jre"),
            Optional.of(dir.resolve("plugin.jar")));
    docked =
        OnEdt.get(
            () -> {
              panel = new KpiPanel(context, parts, 0);
              return panel.open();
            });
  }

  private static <T> T remember(List<T> all, T one) {
    all.add(one);
    return one;
  }

  private static FeedState live(long version) {
    var snapshot = Samples.snapshot(version, Locale.UK, Samples.kpis());
    return new FeedState.Live(snapshot, FeedState.Age.FRESH, Optional.empty());
  }

  private Set<String> pageFigures() {
    return report().getAsJsonObject("kpis").getAsJsonObject("browser").keySet();
  }

  private static FeedState live() {
    return new FeedState.Live(Samples.snapshot(), FeedState.Age.FRESH, Optional.empty());
  }

  private FakeFeed feed() {
    return feeds.get(0);
  }

  private FakeBrowser browser() {
    return browsers.get(0);
  }

  private Path config() {
    return dir.resolve("kpi-widget.json");
  }

  private void configure(String view) throws IOException {
    configure(view, "header");
  }

  private void configure(String view, String shellToken) throws IOException {
    Files.writeString(config(), json(view).replace("header", shellToken));
  }

  private static String json(String view) {
    return """
        {"platform": {"dialect": "guide", "shellToken": "header",
                      "api": "http://127.0.0.1:1", "shell": "http://127.0.0.1:2"},
         "token": {"source": "desktop"},
         "view": "%s"}
        """
        .formatted(view);
  }

  private JsonObject report() {
    return JsonParser.parseString(docked.diagnostics()).getAsJsonObject();
  }

  private boolean nativeInFront() {
    return find("native").isVisible();
  }

  /** Which of the native view's cards is there. */
  private boolean shown(String card) {
    return OnEdt.get(() -> text("message.title")).length() > 0 && card.equals("message");
  }

  private String text(String name) {
    var component = find(name);
    return OnEdt.get(
        () ->
            component instanceof JLabel label
                ? label.getText()
                : ((JTextComponent) component).getText());
  }

  private Component find(String name) {
    return OnEdt.get(
        () ->
            walk(docked.component())
                .filter(c -> name.equals(c.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no component is called " + name)));
  }

  private static Stream<Component> walk(Component from) {
    return from instanceof Container container
        ? Stream.concat(
            Stream.of(from), Stream.of(container.getComponents()).flatMap(KpiPanelTest::walk))
        : Stream.of(from);
  }
}
