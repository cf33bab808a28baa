package io.kpiwidget.chromium;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a page must not get to. It counts what knocks, a connection without a request and a single
 * datagram too, and answers nobody.
 */
final class HostileServer implements AutoCloseable {

  private final AtomicInteger knocks = new AtomicInteger();
  private final ServerSocket tcp;
  private final DatagramSocket udp;

  HostileServer() throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    tcp = new ServerSocket(0, 50, loopback);
    udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
    start(() -> tcp.accept().close());
    start(() -> udp.receive(new DatagramPacket(new byte[1500], 1500)));
  }

  private interface Door {
    void open() throws IOException;
  }

  private void start(Door door) {
    Thread thread = new Thread(() -> listen(door), "test-hostile");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen(Door door) {
    while (!tcp.isClosed()) {
      try {
        door.open();
        knocks.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** Host and port. */
  String authority() {
    return "127.0.0.1:" + tcp.getLocalPort();
  }

  /** How often anything came. */
  int knocks() {
    return knocks.get();
  }

  @Override
  public void close() throws IOException {
    tcp.close();
    udp.close();
  }
}
