package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeadEndTest {

  private static final Proxy OFFICE =
      new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.test", 3128));

  private static ProxySelector network(Proxy first) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(first, Proxy.NO_PROXY);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {}
    };
  }

  @Test
  void frames_areReachedByHostAndPort_loopbackOnlyIfNamed() {
    var end =
        DeadEnd.around(
            List.of("https://shell.test", "http://127.0.0.1:8080"), network(Proxy.NO_PROXY));
    assertThat(end.switches())
        .containsExactly(
            "--proxy-server=255.255.255.255:9",
            "--proxy-bypass-list=<-loopback>;shell.test:443;127.0.0.1:8080");
  }

  @Test
  void pageWithoutFrames_reachesNobody_whateverTheNetworksProxy() {
    assertThat(DeadEnd.around(List.of(), network(OFFICE)).switches())
        .contains("--proxy-bypass-list=<-loopback>");
  }

  @Test
  void frameBehindTheNetworksProxy_keepsIt() {
    assertThat(DeadEnd.around(List.of("https://shell.test"), network(OFFICE)).switches()).isEmpty();
  }
}
