package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToBrowser.Site;
import io.kpiwidget.chromium.link.ToBrowser.StaticAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Vector;
import org.cef.handler.CefResourceHandler;
import org.cef.network.CefPostData;
import org.cef.network.CefPostDataElement;
import org.cef.network.CefRequest;
import org.jspecify.annotations.Nullable;

/**
 * The site behind the host origin. There is no server and no port: requests to the origin are
 * answered here, whatever DNS says. The calls under /api/ are for documents of the origin itself,
 * which Chromium states as the request's initiator and no page can forge.
 */
final class HostSite {

  static final int LARGEST_POST = 1 << 20;

  private final Site site;
  private final Events events;
  private final Ear ear;

  /** What the host page says, and no other. On Chromium's threads. */
  interface Ear {

    void posted(String json);

    void alive();

    /** The page was drawn since {@code ticket} was asked for. */
    void drawn(long ticket);
  }

  HostSite(Site site, Events events, Ear ear) {
    this.site = site;
    this.events = events;
    this.ear = ear;
  }

  /** Whether {@code url} is of this site: the whole origin, not a beginning of it. */
  boolean holds(String url) {
    return url.startsWith(site.origin() + "/");
  }

  CefResourceHandler answer(CefRequest request, String initiator) {
    String path = path(request.getURL());
    String call = request.getMethod() + " " + path;
    if (path.startsWith("/api/") && !initiator.equals(site.origin())) {
      return Answer.refused(403, "Only the host page may call " + path + ".");
    }
    return switch (call) {
      case "GET /api/events" -> new EventStream(events);
      case "POST /api/page" -> post(request.getPostData());
      case "POST " + Pulse.ALIVE -> alive();
      case "POST " + Pulse.DRAWN -> drawn(request.getURL());
      default -> page(request.getMethod(), path);
    };
  }

  private String path(String url) {
    String path = url.substring(site.origin().length()).split("[?#]", 2)[0];
    return path.equals("/") ? "/index.html" : path;
  }

  private CefResourceHandler page(String method, String path) {
    StaticAnswer page = site.pages().get(path);
    if (page == null) {
      return Answer.refused(404, site.refusal(), "There is no " + path + " here.");
    }
    return method.equals("GET") || method.equals("HEAD")
        ? Answer.of(page)
        : Answer.refused(405, site.refusal(), path + " can only be read.");
  }

  private CefResourceHandler alive() {
    ear.alive();
    return Answer.accepted();
  }

  private CefResourceHandler drawn(String url) {
    try {
      ear.drawn(Long.parseLong(url.substring(url.indexOf('?') + 1)));
      return Answer.accepted();
    } catch (NumberFormatException notATicket) {
      return Answer.refused(400, "There is no such ticket.");
    }
  }

  private CefResourceHandler post(@Nullable CefPostData data) {
    List<CefPostDataElement> parts = parts(data);
    long size = parts.stream().mapToLong(CefPostDataElement::getBytesCount).sum();
    if (size > LARGEST_POST) {
      return Answer.refused(
          413, "The message has " + size + " bytes, the limit is " + LARGEST_POST);
    }
    if (parts.stream().anyMatch(part -> part.getType() == CefPostDataElement.Type.PDE_TYPE_FILE)) {
      return Answer.refused(415, "Files are not taken.");
    }
    try {
      ear.posted(text(parts, (int) size));
      return Answer.accepted();
    } catch (CharacterCodingException notText) {
      return Answer.refused(400, "The message is not UTF-8.");
    }
  }

  @SuppressWarnings("JdkObsolete") // JCEF asks for a Vector
  private static List<CefPostDataElement> parts(@Nullable CefPostData data) {
    Vector<CefPostDataElement> parts = new Vector<>();
    if (data != null) {
      data.getElements(parts);
    }
    return parts;
  }

  private static String text(List<CefPostDataElement> parts, int size)
      throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    for (CefPostDataElement part : parts) {
      byte[] some = new byte[part.getBytesCount()];
      part.getBytes(some.length, some);
      bytes.put(some);
    }
    return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
  }
}
