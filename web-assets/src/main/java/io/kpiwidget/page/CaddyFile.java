package io.kpiwidget.page;

/** For Caddy 2: to be imported in a site block. */
final class CaddyFile {

  private static final String HEADER = "\t\t%s \"%s\"";

  private CaddyFile() {}

  static String text(Served served) {
    var lines = new Lines();
    served.preface().forEach(line -> lines.add("# " + line));
    lines
        .add("#")
        .add("#   " + served.site().hostOrigin() + " {")
        .add("#     root * /srv/host-pages")
        .add("#     import /srv/host-pages/Caddyfile")
        .add("#     handle /api/* { reverse_proxy ... }   # where you have events")
        .add("#   }")
        .add("#")
        .add("# After each generation: caddy reload. Until then pages and headers do not fit, and")
        .add("# browsers show nothing rather than something else.");
    served.pages().forEach(page -> served.paths(page).forEach(path -> add(lines, page, path)));
    return lines
        .add("")
        .add("handle {")
        .add("\theader {")
        .headers(HEADER, served.refusal())
        .add("\t}")
        .add("\trespond 404")
        .add("}")
        .toString();
  }

  private static void add(Lines lines, Page page, String path) {
    lines
        .add("")
        .add("handle " + path + " {")
        .add("\theader {")
        .headers(HEADER, page.headers())
        .add("\t}")
        .add("\trewrite * " + page.path())
        .add("\tfile_server")
        .add("}");
  }
}
