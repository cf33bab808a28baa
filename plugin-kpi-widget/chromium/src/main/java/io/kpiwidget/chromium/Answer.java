package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToBrowser.StaticAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.cef.callback.CefCallback;
import org.cef.handler.CefResourceHandlerAdapter;
import org.cef.misc.IntRef;
import org.cef.misc.StringRef;
import org.cef.network.CefRequest;
import org.cef.network.CefResponse;

/** A whole answer to an intercepted request. */
final class Answer extends CefResourceHandlerAdapter {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private int sent;

  private Answer(int status, Map<String, String> headers, String body) {
    this.status = status;
    this.headers = headers;
    this.body = body.getBytes(StandardCharsets.UTF_8);
  }

  static Answer of(StaticAnswer page) {
    return new Answer(200, page.headers(), page.body());
  }

  static Answer accepted() {
    return new Answer(204, Map.of(), "");
  }

  /** A refusal that says why; the page's script can read it. */
  static Answer refused(int status, String why) {
    return refused(status, Map.of("Cache-Control", "no-store"), why);
  }

  /** The same with the headers that a document in its place would need. */
  static Answer refused(int status, Map<String, String> headers, String why) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "text/plain; charset=utf-8");
    return new Answer(status, all, why);
  }

  @Override
  public boolean processRequest(CefRequest request, CefCallback callback) {
    callback.Continue();
    return true;
  }

  @Override
  public void getResponseHeaders(CefResponse response, IntRef length, StringRef redirectUrl) {
    response.setStatus(status);
    response.setMimeType(mimeType());
    response.setHeaderMap(new HashMap<>(headers));
    length.set(body.length);
  }

  private String mimeType() {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
        .map(header -> header.getValue().split(";", 2)[0].strip())
        .findFirst()
        .orElse("text/html");
  }

  @Override
  public boolean readResponse(byte[] target, int room, IntRef count, CefCallback callback) {
    int part = Math.min(room, body.length - sent);
    System.arraycopy(body, sent, target, 0, part);
    sent += part;
    count.set(part);
    return part > 0;
  }
}
