package io.kpiwidget.page;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The KPI view's page as generated, with the modules that people read or with the served script.
 */
enum KpiPage {
  MODULES("m.kpiPage()"),
  SERVED("new Function(args[2])()");

  private static final String TREE = tree();
  private static final String SCRIPT = Resources.text("served/kpi.js");

  private final String start;

  KpiPage(String start) {
    this.start = start;
  }

  /**
   * What {@code body} gives, as JSON, with the page as {@code view} and short ways to what it says.
   */
  String json(String body, Object... more) {
    Js.script("fake-dom.js");
    Js.script("fake-page.js");
    Js.script("sample.js");
    var words = new JsonObject();
    Words.of(Locale.ENGLISH).forEach(words::addProperty);
    Object[] args = {TREE, new Gson().toJson(words), SCRIPT, more.length > 0 ? more[0] : null};
    return Js.json(
        "page.js",
        "const words = JSON.parse(args[1]);"
            + "const view = fakePage(JSON.parse(args[0]), () => "
            + start
            + ", words); const {all, texts, hidden} = view; const given = args[3];\n"
            + body,
        args);
  }

  private static String tree() {
    var page = HostPages.generate(Sites.kpiOnly()).get(1);
    return node(Jsoup.parse(page.body()).child(0)).toString();
  }

  private static JsonArray node(Element element) {
    var attributes = new JsonObject();
    for (Attribute attribute : element.attributes()) {
      attributes.addProperty(attribute.getKey(), attribute.getValue());
    }
    var children = new JsonArray();
    element.children().forEach(child -> children.add(node(child)));
    var node = new JsonArray();
    node.add(element.tagName());
    node.add(attributes);
    node.add(element.ownText());
    node.add(children);
    return node;
  }
}
