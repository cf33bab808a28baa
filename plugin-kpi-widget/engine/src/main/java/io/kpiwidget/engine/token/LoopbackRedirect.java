package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.SafeLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;

/**
 * Where the browser comes back to after a sign-in (RFC 8252 §7.3): a port of 127.0.0.1, by address
 * because the name localhost can be told to be elsewhere. Served by the waiting thread alone, which
 * no slow or silent connection holds up: browsers open some in advance.
 */
final class LoopbackRedirect implements AutoCloseable {

  private static final Logger log = SafeLog.of(LoopbackRedirect.class);

  static final String PATH = "/callback";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /** A browser's whole request; a code of some thousand characters has room. */
  private static final int LONGEST = 16 * 1024;

  /** Open at once; one more closes the oldest. */
  private static final int MOST = 32;

  private static final long TICK_MILLIS = 100;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final URI uri;
  private final Map<SocketChannel, ByteBuffer> connections = new LinkedHashMap<>();

  private LoopbackRedirect(Selector selector, ServerSocketChannel server) throws IOException {
    this.selector = selector;
    this.server = server;
    server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    uri = URI.create("http://127.0.0.1:" + server.socket().getLocalPort() + PATH);
  }

  static LoopbackRedirect open() throws IOException {
    var selector = Selector.open();
    try {
      return open(selector);
    } catch (IOException e) {
      selector.close();
      throw e;
    }
  }

  private static LoopbackRedirect open(Selector selector) throws IOException {
    var server = ServerSocketChannel.open();
    try {
      return new LoopbackRedirect(selector, server);
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  URI uri() {
    return uri;
  }

  /**
   * The first that {@code judge} makes of a query, or nothing when it is {@code over} before.
   * Blocks; ends at once when interrupted.
   */
  <T> Optional<T> await(Function<String, Optional<T>> judge, BooleanSupplier over)
      throws IOException, InterruptedException {
    while (!over.getAsBoolean()) {
      selector.select(TICK_MILLIS);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var ready = List.copyOf(selector.selectedKeys());
      selector.selectedKeys().clear();
      for (var key : ready) {
        var found = serve(key, judge);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> serve(SelectionKey key, Function<String, Optional<T>> judge)
      throws IOException {
    if (key.channel() instanceof SocketChannel connection) {
      return served(connection, judge);
    }
    accept();
    return Optional.empty();
  }

  private void accept() throws IOException {
    var connection = server.accept();
    if (connection == null) {
      return; // gone again
    }
    if (connections.size() >= MOST) {
      drop(connections.keySet().iterator().next());
    }
    connections.put(connection, ByteBuffer.allocate(LONGEST));
    connection.configureBlocking(false);
    connection.register(selector, SelectionKey.OP_READ);
  }

  private <T> Optional<T> served(SocketChannel connection, Function<String, Optional<T>> judge) {
    var buffer = connections.get(connection);
    if (buffer == null) {
      return Optional.empty(); // dropped in this very turn
    }
    try {
      boolean ended = connection.read(buffer) < 0;
      var head = StandardCharsets.ISO_8859_1.decode(buffer.duplicate().flip()).toString();
      if (head.contains("\r\n\r\n")) {
        var request = RedirectRequest.of(head);
        var found = request.isForUs() ? judge.apply(request.query()) : Optional.<T>empty();
        answer(connection, RedirectPage.of(request.status(found.isPresent())));
        return found;
      }
      if (!buffer.hasRemaining()) {
        answer(connection, RedirectPage.of(431));
      } else if (ended) {
        drop(connection);
      }
    } catch (IOException e) {
      log.debug("a connection to the sign-in's port broke: {}", e.getClass().getSimpleName());
      drop(connection);
    }
    return Optional.empty();
  }

  // some hundred bytes: they have room in the socket's own buffer
  private void answer(SocketChannel connection, byte[] page) throws IOException {
    var bytes = ByteBuffer.wrap(page);
    while (bytes.hasRemaining() && connection.write(bytes) > 0) {}
    connection.shutdownOutput();
    drop(connection);
  }

  private void drop(SocketChannel connection) {
    connections.remove(connection);
    try {
      connection.close();
    } catch (IOException e) {
      log.debug("closing a connection: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() throws IOException {
    List.copyOf(connections.keySet()).forEach(this::drop);
    server.close();
    selector.close();
  }
}
