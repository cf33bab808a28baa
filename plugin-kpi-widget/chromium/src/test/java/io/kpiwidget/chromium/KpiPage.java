package io.kpiwidget.chromium;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import io.kpiwidget.page.HostPages;
import io.kpiwidget.page.Origin;
import io.kpiwidget.page.Page;
import io.kpiwidget.page.Site;
import io.kpiwidget.page.Titles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The generated host page with the KPI view in a real browser process, fed as the panel feeds it,
 * and looked into by developer tools, which only tests switch on.
 */
final class KpiPage implements AutoCloseable {

  private static final String VIEW = RealChild.ORIGIN + "/kpi.";

  private final RealChild child;
  private final Cdp view;
  private final Page kpi;
  private long version;

  private KpiPage(RealChild child, Cdp view, Page kpi) {
    this.child = child;
    this.view = view;
    this.kpi = kpi;
  }

  static KpiPage open(Path scratch) throws IOException, InterruptedException {
    var pages =
        HostPages.generate(
            new Site(
                Origin.of(RealChild.ORIGIN),
                Optional.empty(),
                true,
                true,
                Titles.of(Locale.UK, "Contact centre KPIs")));
    int port = freePort();
    var builder = RealChild.builder();
    builder.command().add(1, "-Dkpi-widget.devtools=" + port);
    var child = RealChild.start(builder).open(open(pages, scratch));
    child.posted("\"hello\"");
    child.posted("\"origin\":\"null\"");
    return new KpiPage(child, Cdp.of(port, VIEW).orElseThrow(), pages.get(1));
  }

  private static ToBrowser.Open open(List<Page> pages, Path scratch) {
    var answers =
        pages.stream()
            .collect(
                Collectors.toMap(
                    Page::path, page -> new ToBrowser.StaticAnswer(page.headers(), page.body())));
    return new ToBrowser.Open(
        RealChild.ORIGIN, answers, List.of(), scratch.toString(), 360, 720, 1);
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  RealChild child() {
    return child;
  }

  /** The tools of the KPI view's document. */
  Cdp view() {
    return view;
  }

  /** The view's file, as generated. */
  Page file() {
    return kpi;
  }

  KpiPage size(int width, int height) throws IOException {
    child.send(new ToBrowser.Resize(width, height, 1));
    return this;
  }

  KpiPage theme(JsonObject theme) throws IOException {
    child.send(new ToBrowser.Push("theme", theme.toString()));
    return this;
  }

  /** Waits until the view has read back what it shows of {@code snapshot}, which gets a version. */
  KpiPage show(JsonObject snapshot) throws IOException, InterruptedException {
    snapshot.addProperty("version", ++version);
    child.send(new ToBrowser.Push("snapshot", snapshot.toString()));
    child.posted("\"type\":\"shown\",\"version\":" + version + ",");
    return this;
  }

  /** Waits until nothing moves: a change is shown calmly. */
  void settle() throws IOException, InterruptedException {
    view.run("Promise.allSettled(document.getAnimations().map(({finished}) => finished))");
  }

  /** What an agent sees when nothing moves. */
  BufferedImage picture() throws IOException, InterruptedException {
    settle();
    return child.picture();
  }

  /** Media features for the view, such as {@code forced-colors}. */
  void media(String feature, String value) throws IOException, InterruptedException {
    var parameters =
        JsonParser.parseString(
                "{\"features\":[{\"name\":\"%s\",\"value\":\"%s\"}]}".formatted(feature, value))
            .getAsJsonObject();
    view.call("Emulation.setEmulatedMedia", parameters);
  }

  /** How many messages of the page, so far, were about violated policies. */
  List<ToDesktop> violations() {
    return child.seen().stream()
        .filter(message -> message.toString().contains("violation"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    view.close();
    child.close();
  }
}
