package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is written for servers that are not started here, read back and compared with the model. */
final class ServedTest {

  private static final Served SERVED = Served.of(SiteFile.read(Sites.SAMPLES.get(1)));

  /** By path; "*" is everything else. */
  static Map<String, Map<String, String>> model(Served served) {
    var model = new LinkedHashMap<String, Map<String, String>>();
    for (var page : served.pages()) {
      served.paths(page).forEach(path -> model.put(path, page.headers()));
    }
    model.put("*", served.refusal());
    return model;
  }

  @TempDir private Path folder;

  @Test
  void pages_ofEachLocale_haveTheirOwnPath() {
    assertThat(SERVED.pages())
        .extracting(page -> page.path().replaceAll("[0-9a-f]{12}", "…"))
        .containsExactly(
            "/index.html",
            "/kpi.….html",
            "/index-de-AT.html",
            "/kpi.….html",
            "/index-ar.html",
            "/kpi.….html");
    assertThat(model(SERVED)).hasSize(8).containsKeys("/", "*");
  }

  @Test
  void json_isTheModel() {
    var read = new LinkedHashMap<String, Map<String, String>>();
    var json = JsonParser.parseString(Server.JSON.text(SERVED)).getAsJsonObject();
    for (var path : json.keySet()) {
      var headers = new LinkedHashMap<String, String>();
      json.getAsJsonObject(path)
          .asMap()
          .forEach((name, value) -> headers.put(name, value.getAsString()));
      read.put(path, headers);
    }
    assertThat(read).isEqualTo(model(SERVED));
  }

  @Test
  void netlify_isTheModelWithoutTheRefusals() {
    var read = new LinkedHashMap<String, Map<String, String>>();
    var headers = new LinkedHashMap<String, String>();
    for (var line : Server.NETLIFY.text(SERVED).lines().toList()) {
      if (line.startsWith("/")) {
        headers = new LinkedHashMap<>();
        read.put(line, headers);
      } else if (line.startsWith("  ")) {
        var parts = line.strip().split(": ", 2);
        headers.put(parts[0], parts[1]);
      }
    }
    var expected = model(SERVED);
    expected.remove("*");
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void iis_isTheModelByFile() throws Exception {
    var document = xml(Server.IIS.text(SERVED));
    var read = new LinkedHashMap<String, Map<String, String>>();
    for (var custom : elements(document.getElementsByTagName("customHeaders"))) {
      var headers = new LinkedHashMap<String, String>();
      for (var add : elements(custom.getElementsByTagName("add"))) {
        headers.put(add.getAttribute("name"), add.getAttribute("value"));
      }
      assertThat(elements(custom.getElementsByTagName("clear"))).hasSize(1);
      var location = (Element) custom.getParentNode().getParentNode().getParentNode();
      read.put(location.hasAttribute("path") ? "/" + location.getAttribute("path") : "*", headers);
    }
    var expected = model(SERVED);
    expected.remove("/");
    expected.replaceAll((path, headers) -> withoutType(headers));
    assertThat(read).isEqualTo(expected);
    assertThat(elements(document.getElementsByTagName("mimeMap")))
        .extracting(map -> map.getAttribute("mimeType"))
        .containsExactly("text/html; charset=utf-8");
  }

  private static Document xml(String text) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(NodeList nodes) {
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Map<String, String> withoutType(Map<String, String> headers) {
    var others = new LinkedHashMap<>(headers);
    others.remove("Content-Type");
    return others;
  }

  @Test
  void iis_punycodeHost_staysXml() throws Exception {
    var site =
        SiteFile.parse("{\"hostOrigin\": \"https://xn--bcher-kva.example\"}", Path.of("site.json"));
    assertThat(xml(Server.IIS.text(Served.of(site))).getDocumentElement().getTagName())
        .isEqualTo("configuration");
  }

  @Test
  void spring_compiles_andIsTheModel() throws Exception {
    var source = folder.resolve(Server.SPRING.file());
    Files.writeString(source, Server.SPRING.text(SERVED));
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(
            compiler.run(
                null, null, null, "-Xlint:all", "-Werror", "--release", "17", source.toString()))
        .isZero();
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      var of = loader.loadClass("HostPageHeaders").getMethod("of", String.class);
      for (var path : model(SERVED).entrySet()) {
        assertThat(of.invoke(null, path.getKey())).isEqualTo(path.getValue());
      }
    }
  }

  @Test
  void guide_explainsEveryHeaderAndFile_andNothingElse() {
    var guide = Server.MARKDOWN.text(SERVED);
    for (var key : Words.ofFile("headers-guide.properties").entrySet()) {
      assertThat(guide).as(key.getKey()).contains(key.getValue());
    }
    for (var path : model(SERVED).entrySet()) {
      if (!path.getKey().equals("*")) {
        assertThat(guide).contains(path.getKey());
      }
      path.getValue().keySet().forEach(name -> assertThat(guide).contains("| `" + name + "` |"));
    }
    for (var server : Server.values()) {
      assertThat(guide).contains("| `" + server.file() + "` |");
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void serverFile_isAsciiWithPlainLineEnds_andNamesNoToken(Server server) {
    assertThat(server.text(SERVED))
        .matches("(?s)[\\t\\n\\x20-\\x7e]+\\n")
        .doesNotContainIgnoringCase("access_token");
  }

  @Test
  void of_headerThatAServerCouldReadOtherwise_isAMistake() {
    var site = SERVED.site();
    for (var value : List.of("a\"b", "a\\b", "$host", "%{x}", "{x}", "a\nb", "é")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> new Served(site, List.of(), Map.of("X-Bad", value)))
          .withMessageStartingWith("X-Bad cannot be written for a server");
    }
  }
}
