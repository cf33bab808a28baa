package io.kpiwidget.engine.platform;

import java.io.IOException;
import java.net.URI;
import java.util.random.RandomGenerator;
import okhttp3.Request;
import okhttp3.Response;

/** The door out, with a server behind it that is a method: no socket, no waiting. */
public final class InProcess {

  private InProcess() {}

  /** A server. */
  @FunctionalInterface
  public interface Server {
    Response answer(Request request) throws IOException;
  }

  /** One whose every call ends at {@code server}. */
  public static HttpPlatform platform(Time time, URI api, RandomGenerator random, Server server) {
    return new HttpPlatform(
        time,
        new GuideDialect(api),
        Pauses.none(),
        random,
        builder -> builder.addInterceptor(chain -> server.answer(chain.request())));
  }
}
