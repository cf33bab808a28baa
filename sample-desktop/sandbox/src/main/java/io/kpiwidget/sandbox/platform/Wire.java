package io.kpiwidget.sandbox.platform;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/** Turns HTTP into calls and replies into HTTP, whole or broken. */
final class Wire {
  private static final int HUGE_BLOCKS = 512;

  private Wire() {}

  static Call call(Context context, String route) {
    var headers = new LinkedHashMap<String, String>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    var id = context.pathParamMap().getOrDefault("id", "");
    return new Call(
        context.method().name(), route, id, headers, parameters(context), context.body());
  }

  /** Of the form where there is one, else of the address: no secret belongs into an address. */
  private static Map<String, String> parameters(Context context) {
    var all = context.isFormUrlencoded() ? context.formParamMap() : context.queryParamMap();
    var parameters = new LinkedHashMap<String, String>();
    all.forEach((name, values) -> parameters.put(name, only(name, values)));
    return parameters;
  }

  /** Two readers of a repeated parameter could understand two things (RFC 6749 §3.2). */
  private static String only(String name, List<String> values) {
    if (values.size() > 1) {
      throw Refusal.oauth(400, "invalid_request", name + " is repeated");
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  static void send(Context context, Reply reply, ServerClock clock) {
    date(context, clock);
    context.status(reply.status());
    headers(context, reply.headers());
    if (!reply.body().isEmpty()) {
      context.result(reply.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  static void date(Context context, ServerClock clock) {
    context.header(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.now().atOffset(ZoneOffset.UTC)));
  }

  private static void headers(Context context, Map<String, String> headers) {
    headers.forEach(context::header);
  }

  /**
   * A length is promised that never comes: the answer breaks off in the middle, on a clean
   * connection.
   */
  static Reply truncated(Reply whole) {
    var body =
        whole.body().isEmpty()
            ? "{\"results\":[{\"gro"
            : whole.body().substring(0, whole.body().length() / 2);
    return new Reply(200, Map.of("Content-Type", "application/json"), body);
  }

  static Reply empty() {
    return new Reply(200, Map.of("Content-Type", "application/json"), "");
  }

  static Reply html() {
    var page = "<!doctype html><title>Maintenance</title><h1>We will be back soon</h1>";
    return new Reply(200, Map.of("Content-Type", "text/html;charset=utf-8"), page);
  }

  static Reply status(Fault fault) {
    var body = Reply.object("code", "sandbox.fault");
    body.addProperty("message", "A fault was switched on for this route");
    body.addProperty("status", fault.status());
    var reply = Reply.json(fault.status(), body);
    return fault.retryAfter().map(after -> reply.with("Retry-After", after)).orElse(reply);
  }

  /** 32 MiB of well-formed JSON. */
  static void huge(Context context) throws IOException {
    context.status(200).contentType("application/json");
    var block = ("\"" + "x".repeat(65_533) + "\",").getBytes(StandardCharsets.UTF_8);
    var out = context.outputStream();
    out.write("{\"results\":[".getBytes(StandardCharsets.UTF_8));
    for (var i : Collections.nCopies(HUGE_BLOCKS, block)) {
      out.write(i);
    }
    out.write("{}]}".getBytes(StandardCharsets.UTF_8));
  }

  /** Breaks the connection as a crashed peer does: RST instead of FIN. */
  static void reset(Context context) throws IOException {
    var endPoint = Request.getBaseRequest(context.req()).getHttpChannel().getEndPoint();
    if (endPoint.getTransport() instanceof SocketChannel channel) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      channel.close();
    }
    endPoint.close();
  }
}
