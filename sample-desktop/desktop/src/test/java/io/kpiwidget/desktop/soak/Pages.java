package io.kpiwidget.desktop.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every page and frame of a browser process, as its developer tools show them. */
final class Pages {

  /** Storage and cookies are out of reach in a frame of opaque origin: then there are none. */
  private static final String LOOK =
      """
      (() => {
        const safe = (read) => { try { return read() ?? null; } catch { return null; } };
        return JSON.stringify({
          DOM: document.documentElement.outerHTML + (document.title || ''),
          URL: location.href + ' ' + document.referrer + ' ' + window.name,
          performance: JSON.stringify(performance.getEntries()),
          history: safe(() => JSON.stringify([history.state, ...navigation.entries().map((e) => [e.url, e.key, e.getState()])])),
          localStorage: safe(() => JSON.stringify({ ...localStorage })),
          sessionStorage: safe(() => JSON.stringify({ ...sessionStorage })),
          cookies: safe(() => document.cookie),
          length: history.length,
          born: performance.timeOrigin,
          address: location.origin + location.pathname,
        });
      })()
      """;

  private static final String PLANT =
      """
      (() => {
        const tries = [
          () => document.documentElement.setAttribute('data-soak', WORD),
          () => performance.mark(WORD),
          () => { window.name = WORD; },
          () => localStorage.setItem('soak', WORD),
          () => sessionStorage.setItem('soak', WORD),
          () => { document.cookie = 'soak=' + WORD; },
          () => history.replaceState(WORD, '', '#' + WORD),
        ];
        for (const plant of tries) try { plant(); } catch { /* not in this frame */ }
        return '';
      })()
      """;

  private final int port;

  Pages(int port) {
    this.port = port;
  }

  /**
   * One document at one moment.
   *
   * @param frame stays the same while the frame's element does
   * @param address without query and fragment
   * @param born when the document began, in milliseconds; another one means that it was loaded
   *     again
   * @param texts what is in it, by the kind of place
   */
  record Look(
      String frame, String address, double born, int historyLength, Map<String, String> texts) {}

  List<Look> look() throws IOException, InterruptedException {
    var looks = new ArrayList<Look>();
    for (var target : Cdp.targets(port)) {
      try (var tools = Cdp.to(target)) {
        var shared = shared(tools, target.top());
        for (var frame : frames(tools)) {
          looks.add(look(frame, evaluate(tools, frame, LOOK), shared));
        }
      }
    }
    return looks;
  }

  private static Look look(String frame, String answer, Map<String, String> shared) {
    var json = JsonParser.parseString(answer).getAsJsonObject();
    var texts = new TreeMap<>(shared);
    for (var place :
        List.of(
            "DOM", "URL", "performance", "history", "localStorage", "sessionStorage", "cookies")) {
      texts.merge(place, text(json.get(place)), (one, more) -> one + "\n" + more);
    }
    return new Look(
        frame,
        json.get("address").getAsString(),
        json.get("born").getAsDouble(),
        json.get("length").getAsInt(),
        texts);
  }

  private static String text(JsonElement value) {
    return value.isJsonNull() ? "" : value.getAsString();
  }

  /** What the tools know beyond scripts: closed shadow roots, http-only cookies, all entries. */
  private static Map<String, String> shared(Cdp tools, boolean top)
      throws IOException, InterruptedException {
    var whole = new JsonObject();
    whole.addProperty("depth", -1);
    whole.addProperty("pierce", true);
    return Map.of(
        "DOM", tools.call("DOM.getDocument", whole).toString(),
        "history", top ? tools.call("Page.getNavigationHistory").toString() : "",
        "cookies", tools.call("Network.getCookies").toString());
  }

  private static List<String> frames(Cdp tools) throws IOException, InterruptedException {
    return ids(tools.call("Page.getFrameTree").getAsJsonObject("frameTree")).toList();
  }

  private static Stream<String> ids(JsonObject tree) {
    var own = Stream.of(tree.getAsJsonObject("frame").get("id").getAsString());
    var children = tree.getAsJsonArray("childFrames");
    return children == null
        ? own
        : Stream.concat(
            own, children.asList().stream().flatMap(child -> ids(child.getAsJsonObject())));
  }

  /** Runs a script beside the page's own, where the page's cannot lie to it. */
  private static String evaluate(Cdp tools, String frame, String script)
      throws IOException, InterruptedException {
    var where = new JsonObject();
    where.addProperty("frameId", frame);
    where.addProperty("worldName", "soak");
    var world = tools.call("Page.createIsolatedWorld", where).get("executionContextId").getAsInt();
    var call = new JsonObject();
    call.addProperty("expression", script);
    call.addProperty("contextId", world);
    call.addProperty("returnByValue", true);
    var result = tools.call("Runtime.evaluate", call);
    if (result.has("exceptionDetails")) {
      throw new IOException("a look failed: " + result.get("exceptionDetails"));
    }
    return result.getAsJsonObject("result").get("value").getAsString();
  }

  /** Puts a word into every place of every frame that lets it. Afterwards the pages are spoilt. */
  void plant(String word) throws IOException, InterruptedException {
    for (var target : Cdp.targets(port)) {
      try (var tools = Cdp.to(target)) {
        for (var frame : frames(tools)) {
          evaluate(tools, frame, PLANT.replace("WORD", "'" + word + "'"));
        }
      }
    }
  }
}
