package io.kpiwidget.page;

/** A web server whose configuration is generated, with the name of its file. */
enum Server {
  NGINX("nginx.conf"),
  APACHE(".htaccess"),
  CADDY("Caddyfile"),
  IIS("web.config"),
  NETLIFY("_headers"),
  SPRING("HostPageHeaders.java"),
  JSON("headers.json"),
  MARKDOWN("HEADERS.md");

  private final String file;

  Server(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  String text(Served served) {
    return switch (this) {
      case NGINX -> NginxFile.text(served);
      case APACHE -> ApacheFile.text(served);
      case CADDY -> CaddyFile.text(served);
      case IIS -> IisFile.text(served);
      case NETLIFY -> NetlifyFile.text(served);
      case SPRING -> SpringFile.text(served);
      case JSON -> HeadersJson.text(served);
      case MARKDOWN -> HeadersGuide.text(served);
    };
  }
}
