package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Natives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Two views of one plugin, with a real browser process between them. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
final class BrowsersTest {

  private static final int PATIENCE_SECONDS = 60;

  private static final String PAGE =
      """
      <!doctype html><body style="background:#336699"><script>
      const post = value => fetch('/api/page', {method: 'POST', body: JSON.stringify(value)});
      new EventSource('/api/events').onmessage = event => {
        const message = JSON.parse(event.data);
        while (message.freeze);
        post({heard: message.word});
      };
      post({found: [localStorage.word ?? 'nothing', document.cookie]});
      localStorage.word = 'kept';
      document.cookie = 'word=kept';
      </script>
      """;

  private final Browsers browsers =
      new Browsers(Optional.of(System.getProperty("java.class.path")));
  private final Looker one = new Looker();
  private final Looker other = new Looker();
  private long pid;

  @BeforeEach
  void openBoth() throws Exception {
    one.open(browsers);
    other.open(browsers);
    pid = one.awaitRunning().pid();
    assertThat(other.awaitRunning().pid()).isEqualTo(pid);
  }

  @AfterEach
  void closeBoth() throws Exception {
    one.close();
    other.close();
  }

  private ProcessHandle process() {
    return ProcessHandle.of(pid).orElseThrow();
  }

  @Test
  void views_shareAProcess_butNeitherCookiesNorStorage() throws Exception {
    assertThat(one.awaitWords("found")).contains("[\"nothing\",\"\"]");
    assertThat(other.awaitWords("found")).contains("[\"nothing\",\"\"]");
  }

  @Test
  void processKilled_isToldToBoth_andBothComeBackInOne() throws Exception {
    other.view.push("word", "{\"word\":\"of the other\"}");
    other.awaitWords("of the other");
    process().destroyForcibly();
    assertThat(one.awaitGone().code()).isEqualTo("child-crashed");
    assertThat(other.awaitGone().code()).isEqualTo("child-crashed");
    other.awaitWords("of the other");
    long next = one.awaitRunning().pid();
    assertThat(next).isNotEqualTo(pid);
    assertThat(other.awaitRunning().pid()).isEqualTo(next);
  }

  @Test
  void rendererKilled_isOnePagesTrouble_andThatPageComesBackEmpty() throws Exception {
    one.awaitWords("found");
    other.awaitWords("found");
    process()
        .descendants()
        .filter(BrowsersTest::renders)
        .findFirst()
        .orElseThrow()
        .destroyForcibly();
    Looker hit = firstGone();
    Looker spared = hit == one ? other : one;
    assertThat(hit.awaitWords("found")).contains("[\"nothing\",\"\"]");
    assertThat(hit.awaitRunning().pid()).isEqualTo(pid);
    spared.view.push("word", "{\"word\":\"still here\"}");
    spared.awaitWords("still here");
    assertThat(spared.states).isEmpty();
  }

  /** Chromium writes its helpers' arguments as one, which a ProcessHandle does not read. */
  private static boolean renders(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
          .contains("--type=renderer");
    } catch (IOException gone) {
      return false;
    }
  }

  private Looker firstGone() throws InterruptedException {
    while (true) {
      for (Looker looker : List.of(one, other)) {
        if (looker.states.poll(20, TimeUnit.MILLISECONDS) instanceof BrowserState.Gone gone) {
          assertThat(gone.code()).isEqualTo("renderer-crashed");
          assertThat(gone.willRetry()).isTrue();
          return looker;
        }
      }
    }
  }

  @Test
  void pageFrozen_isThatPagesTroubleAlone() throws Exception {
    one.view.push("word", "{\"word\":\"listens\"}");
    one.awaitWords("listens");
    one.view.push("freeze", "{\"freeze\":true}");
    // for the page that comes after it
    one.view.push("freeze", "{\"freeze\":false}");
    assertThat(one.awaitGone().code()).isEqualTo("page-silent");
    assertThat(one.awaitRunning().pid()).isEqualTo(pid);
    assertThat(other.states).isEmpty();
  }

  @Test
  void process_endsWithItsLastView() throws Exception {
    one.view.close();
    other.view.push("word", "{\"word\":\"alone\"}");
    other.awaitWords("alone");
    assertThat(process().isAlive()).isTrue();
    other.view.close();
    process().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** A view in a window, and all that it says. */
  @SuppressWarnings("NullAway.Init") // by open(), on the EDT
  private static final class Looker implements BrowserView.Listener {

    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final BlockingQueue<BrowserState> states = new LinkedBlockingQueue<>();

    private BrowserView view;
    private JFrame frame;

    void open(Browsers browsers) throws Exception {
      Path data = Path.of(System.getProperty("chromium.data"));
      var answer = new BrowserView.Answer(Map.of("Content-Type", "text/html"), PAGE);
      var settings =
          new BrowserView.Settings(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              data.resolve("plugin.jar"),
              Natives.of(System.getProperty("chromium.natives"), ""),
              data,
              "https://kpi-host.invalid",
              Map.of("/index.html", answer),
              Map.of(),
              List.of());
      SwingUtilities.invokeAndWait(
          () -> {
            view = browsers.open(settings, this);
            frame = new JFrame("view");
            frame.add(view.component());
            frame.setSize(300, 200);
            frame.setVisible(true);
          });
    }

    @Override
    public void message(String json) {
      words.add(json);
    }

    @Override
    public void state(BrowserState state) {
      states.add(state);
    }

    private static <T> T await(BlockingQueue<T> said, Predicate<T> fits)
        throws InterruptedException {
      while (true) {
        T next = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("said in time").isNotNull();
        if (fits.test(next)) {
          return next;
        }
      }
    }

    BrowserState.Running awaitRunning() throws InterruptedException {
      return (BrowserState.Running) await(states, BrowserState.Running.class::isInstance);
    }

    BrowserState.Gone awaitGone() throws InterruptedException {
      return (BrowserState.Gone) await(states, BrowserState.Gone.class::isInstance);
    }

    String awaitWords(String part) throws InterruptedException {
      return await(words, said -> said.contains(part));
    }

    void close() throws Exception {
      view.close();
      SwingUtilities.invokeAndWait(frame::dispose);
    }
  }
}
