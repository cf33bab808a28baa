package io.kpiwidget.desktop.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.kpiwidget.desktop.agents.ControlPort;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what a run of the desktop shows, and writes it down at the end. Any thread. */
public final class RunRecorder implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunRecorder.class);

  private final Optional<ControlPort> control;
  private final TruthSamples samples = new TruthSamples();
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private volatile Optional<EdtWatchdog> watchdog = Optional.empty();
  private volatile Optional<String> agent = Optional.empty();
  private volatile OptionalLong pluginLoadMs = OptionalLong.empty();

  public RunRecorder(Optional<ControlPort> control) {
    this.control = control;
  }

  /** Asks the control port for the truth each second on {@code scheduler}. */
  public void sampleOn(ScheduledExecutorService scheduler) {
    var unused = scheduler.scheduleWithFixedDelay(this::sample, 0, 1, TimeUnit.SECONDS);
  }

  /** The window is up: from here on the EDT is watched. */
  public void windowUp() {
    watchdog = Optional.of(EdtWatchdog.start());
  }

  /** Who is signed in; empty after sign-out. */
  public void signedIn(Optional<String> agentId) {
    agent = agentId;
    samples.clear();
  }

  /** The first panel was docked {@code millis} after plugins were started. */
  public void docked(long millis) {
    if (pluginLoadMs.isEmpty()) {
      pluginLoadMs = OptionalLong.of(millis);
    }
  }

  public void notice(Notice notice) {
    notices.add(notice);
  }

  /** Everything said so far. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  private void sample() {
    if (control.isEmpty() || agent.isEmpty()) {
      return;
    }
    String asked = agent.get();
    try {
      JsonObject truth = control.get().truth(asked);
      if (agent.equals(Optional.of(asked))) {
        samples.add(System.nanoTime(), truth);
      }
    } catch (IOException e) {
      log.debug("no truth this second", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes the report about the first of {@code panels}, and what the others say. Blocks. */
  public void write(Path file, List<DockablePanel> panels, String theme) throws IOException {
    List<JsonObject> told = panels.stream().map(RunRecorder::diagnostics).toList();
    JsonObject first = told.isEmpty() ? new JsonObject() : told.get(0);
    report(first, theme).others(told.stream().skip(1).toList()).write(file);
  }

  Report report(JsonObject diagnostics, String theme) {
    sample();
    Report report =
        new Report()
            .panel(diagnostics)
            .pluginLoad(pluginLoadMs)
            .stalls(watchdog.map(EdtWatchdog::found).orElse(Stalls.Found.NOTHING))
            .who(agent.orElse(""), theme)
            .notices(notices());
    return control.isPresent() ? compared(report, diagnostics) : report.withoutTruth();
  }

  private Report compared(Report report, JsonObject diagnostics) {
    var differences = new TruthCheck(samples, agent.orElse("")).differences(diagnostics);
    return report.truth(samples.latest(), differences);
  }

  private static JsonObject diagnostics(DockablePanel panel) {
    try {
      return JsonParser.parseString(panel.diagnostics()).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      log.warn("panel {} gave diagnostics that are not a JSON object", panel.id(), e);
      return new JsonObject();
    }
  }

  @Override
  public void close() {
    watchdog.ifPresent(EdtWatchdog::close);
  }
}
