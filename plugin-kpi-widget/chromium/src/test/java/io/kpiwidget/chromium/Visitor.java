package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToBrowser.Site;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cef.CefBrowserSettings;
import org.cef.browser.CefRequestContext;
import org.cef.browser.SoftwareBrowser;
import org.cef.handler.CefFocusHandlerAdapter;
import org.cef.handler.CefRequestContextHandlerAdapter;

/**
 * A process with real Chromium that opens a host page where a web server has it. The product's own
 * never does: it answers the host origin itself.
 */
final class Visitor implements AutoCloseable {

  private final Process process;

  private Visitor(Process process) {
    this.process = process;
  }

  /** Opens {@code origin}, whose frames may be of {@code frameOrigins}. */
  static Visitor open(Path scratch, String origin, List<String> frameOrigins) throws IOException {
    var command = RealChild.builder().command();
    command.set(command.size() - 1, Visitor.class.getName());
    command.addAll(List.of(scratch.toString(), origin));
    command.addAll(frameOrigins);
    return new Visitor(
        new ProcessBuilder(command)
            .directory(RealChild.bundle().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Ends it, and answers what its console and its lockdown said. */
  List<String> leave() throws IOException {
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.lines().filter(line -> line.matches("(?:Console|Refused)\\[.*")).toList();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  public static void main(String[] arguments) throws IOException {
    Scratch scratch = Scratch.open(Path.of(arguments[0]));
    var frames = Arrays.asList(arguments).subList(2, arguments.length);
    // the host page's origin is a server's here, and so among those that can be reached
    DeadEnd deadEnd =
        DeadEnd.around(
            Arrays.asList(arguments).subList(1, arguments.length), ProxySelector.getDefault());
    Chromium chromium = Chromium.start(Path.of("").toAbsolutePath(), scratch.profile(), deadEnd);
    visit(chromium, scratch, new Lockdown(arguments[1], frames, Visitor::tell));
    while (System.in.read() >= 0) {
      // its end is ours
    }
    scratch.delete();
    Runtime.getRuntime().halt(0);
  }

  private static void tell(ToDesktop message) {
    if (message instanceof ToDesktop.Console || message instanceof ToDesktop.Refused) {
      System.out.println(message.toString().replace('\n', ' '));
      System.out.flush();
    }
  }

  private static void visit(Chromium chromium, Scratch scratch, Lockdown lockdown) {
    Screen screen = new Screen(lockdown.desktop(), scratch.frameFolders());
    screen.resize(480, 900, 1);
    // holds none of the site's addresses, so that all of them go to the network
    var nobody = new Site("https://nobody.invalid", Map.of(), Map.of());
    HostSite none = new HostSite(nobody, new Events(), new Deaf());
    Requests requests = new Requests(none, new Credentials(), lockdown);
    Handlers handlers =
        new Handlers(
            screen,
            lockdown,
            new Navigation(lockdown, requests, lockdown.desktop()),
            new CefFocusHandlerAdapter() {},
            () -> {});
    SoftwareBrowser browser =
        new SoftwareBrowser(
            chromium.owner(),
            handlers,
            screen,
            lockdown.hostOrigin() + "/",
            CefRequestContext.createContext(new CefRequestContextHandlerAdapter() {}),
            new CefBrowserSettings());
    handlers.serve(browser);
    browser.createImmediately();
  }

  private static final class Deaf implements HostSite.Ear {

    @Override
    public void posted(String json) {}

    @Override
    public void alive() {}

    @Override
    public void drawn(long ticket) {}
  }
}
