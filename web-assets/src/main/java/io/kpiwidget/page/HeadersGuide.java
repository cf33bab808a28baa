package io.kpiwidget.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A page in Markdown for whoever has to get these headers through a server. */
final class HeadersGuide {

  private static final String POLICY = "Content-Security-Policy";

  private final Map<String, String> words = Words.ofFile("headers-guide.properties");
  private final Lines lines = new Lines();
  private final Served served;

  private HeadersGuide(Served served) {
    this.served = served;
  }

  static String text(Served served) {
    var guide = new HeadersGuide(served);
    guide.introduce();
    guide.explain();
    guide.list();
    return guide.lines.toString();
  }

  private void introduce() {
    lines.add("# Headers of the host pages of " + served.site().hostOrigin()).add("");
    lines.add(word("intro")).add("").add("| file | what it is for |").add("|---|---|");
    Arrays.stream(Server.values()).map(Server::file).forEach(file -> row(file, "file." + file));
    lines.add("").add(word("after")).add("").add(word("check"));
  }

  private void explain() {
    lines.add("").add("## What each header does").add("").add("| header | what it does |");
    lines.add("|---|---|");
    all().stream().flatMap(headers -> headers.keySet().stream()).distinct().forEach(this::row);
    lines.add("").add("## What each directive of the " + POLICY + " does").add("");
    lines.add("| directive | what it does |").add("|---|---|");
    directives().forEach(this::row);
    lines.add("").add("## What is not among them").add("").add(word("absent"));
  }

  private void list() {
    for (var page : served.pages()) {
      list(String.join(" and ", served.paths(page)), page.headers());
    }
    list("everything else", served.refusal());
    lines.add("").add(word("otherwise"));
  }

  private void list(String what, Map<String, String> headers) {
    lines.add("").add("## The headers of " + what).add("").add("```http");
    lines.headers("%s: %s", headers).add("```");
  }

  private List<Map<String, String>> all() {
    var all = new ArrayList<>(served.pages().stream().map(Page::headers).toList());
    all.add(served.refusal());
    return all;
  }

  private Set<String> directives() {
    var directives = new LinkedHashSet<String>();
    for (var headers : all()) {
      for (var directive : headers.getOrDefault(POLICY, "").split("; ", -1)) {
        directives.add(directive.split(" ", 2)[0]);
      }
    }
    return directives;
  }

  private void row(String name) {
    row(name, name);
  }

  private void row(String name, String key) {
    lines.add("| `" + name + "` | " + word(key) + " |");
  }

  private String word(String key) {
    return Optional.ofNullable(words.get(key))
        .orElseThrow(() -> new IllegalStateException("the guide does not explain " + key));
  }
}
