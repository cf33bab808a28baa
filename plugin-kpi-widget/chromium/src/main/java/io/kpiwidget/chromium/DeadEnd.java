package io.kpiwidget.chromium;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything ends that is not for a frame's origin and that no handler is asked about: web
 * sockets, WebRTC's connections, connections made beforehand. Chromium takes it for its proxy.
 *
 * @param open host and port of what is reached nevertheless
 * @param closed whether there is a dead end at all
 */
record DeadEnd(List<String> open, boolean closed) {

  /** An address to which no connection can be opened: TCP knows no broadcast. */
  private static final String NOWHERE = "255.255.255.255:9";

  /**
   * A network that reaches a frame's origin through a proxy of its own keeps it, as Chromium can
   * have one only; that proxy then judges the rest.
   */
  static DeadEnd around(List<String> frameOrigins, ProxySelector network) {
    List<URI> origins = frameOrigins.stream().map(URI::create).toList();
    boolean direct =
        origins.stream()
            .flatMap(origin -> network.select(origin).stream().limit(1))
            .allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    return new DeadEnd(origins.stream().map(DeadEnd::authority).toList(), direct);
  }

  private static String authority(URI origin) {
    int port = origin.getScheme().equals("https") ? 443 : 80;
    return origin.getHost() + ":" + (origin.getPort() < 0 ? port : origin.getPort());
  }

  /** For Chromium's command line. */
  List<String> switches() {
    if (!closed) {
      return List.of();
    }
    // loopback, too: otherwise it needs no proxy
    List<String> bypass = Stream.concat(Stream.of("<-loopback>"), open.stream()).toList();
    return List.of("--proxy-server=" + NOWHERE, "--proxy-bypass-list=" + String.join(";", bypass));
  }
}
