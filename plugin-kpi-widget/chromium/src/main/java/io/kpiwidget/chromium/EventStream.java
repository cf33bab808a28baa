package io.kpiwidget.chromium;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.cef.callback.CefCallback;
import org.cef.handler.CefResourceHandlerAdapter;
import org.cef.misc.IntRef;
import org.cef.misc.StringRef;
import org.cef.network.CefRequest;
import org.cef.network.CefResponse;
import org.jspecify.annotations.Nullable;

/** One document's event stream (WHATWG HTML §9.2): an answer that does not end. */
final class EventStream extends CefResourceHandlerAdapter {

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "text/event-stream; charset=utf-8", "Cache-Control", "no-store");

  private final Events events;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int sent;
  private @Nullable CefCallback reader;

  EventStream(Events events) {
    this.events = events;
  }

  void add(byte[] event) {
    CefCallback wake;
    synchronized (this) {
      waiting.add(event);
      wake = reader;
      reader = null;
    }
    if (wake != null) {
      wake.Continue();
    }
  }

  @Override
  public boolean processRequest(CefRequest request, CefCallback callback) {
    events.open(this);
    callback.Continue();
    return true;
  }

  @Override
  public void getResponseHeaders(CefResponse response, IntRef length, StringRef redirectUrl) {
    response.setStatus(200);
    response.setMimeType("text/event-stream");
    response.setHeaderMap(HEADERS);
    length.set(-1);
  }

  @Override
  public synchronized boolean readResponse(
      byte[] target, int room, IntRef count, CefCallback callback) {
    byte[] event = waiting.peek();
    if (event == null) {
      count.set(0);
      reader = callback;
      return true;
    }
    int part = Math.min(room, event.length - sent);
    System.arraycopy(event, sent, target, 0, part);
    sent += part;
    if (sent == event.length) {
      waiting.remove();
      sent = 0;
    }
    count.set(part);
    return true;
  }

  /** The document is gone. */
  @Override
  public void cancel() {
    events.close(this);
  }
}
