package io.kpiwidget.chromium.link;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Records over a pair of byte streams, each about one page of the browser process. A packet is a
 * mark, a length, a checksum and {@code page Name{json}}; whatever else turns up in between (a
 * native library that prints, a packet cut short) is skipped, never believed.
 *
 * @param <I> the sealed interface of the messages that come in
 * @param <O> the sealed interface of the messages that go out
 */
public final class Link<I, O> {

  /** In the place of a page: what is about the process. */
  public static final int PROCESS = 0;

  /** Far above any real packet; below what would hurt the browser process's small heap. */
  static final int LARGEST = 16 << 20;

  // 0xF5 is in no UTF-8 text, so printed text is never taken for a packet
  private static final int MARK = 0xF54B5049;

  private static final Pattern HEAD = Pattern.compile("(\\d+) (\\w+)(?=\\{)");

  private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();
  private final Map<String, Class<?>> kinds;
  private final DataInputStream in;
  private final DataOutputStream out;

  /** A message, and the page that it is about. */
  public record Said<M>(int page, M message) {}

  private Link(Class<I> incoming, InputStream in, OutputStream out) {
    this.kinds =
        Arrays.stream(incoming.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    this.out = new DataOutputStream(out);
  }

  /** The desktop's end. */
  public static Link<ToDesktop, ToBrowser> desktopEnd(InputStream in, OutputStream out) {
    return new Link<>(ToDesktop.class, in, out);
  }

  /** The browser process's end. */
  public static Link<ToBrowser, ToDesktop> browserEnd(InputStream in, OutputStream out) {
    return new Link<>(ToBrowser.class, in, out);
  }

  /** Blocks until the message is handed to the stream. Any thread. */
  public void send(int page, O message) throws IOException {
    String name = message.getClass().getSimpleName();
    byte[] payload = (page + " " + name + gson.toJson(message)).getBytes(StandardCharsets.UTF_8);
    if (payload.length > LARGEST) {
      throw new IllegalArgumentException("message is above " + LARGEST + ": " + payload.length);
    }
    synchronized (out) {
      out.write(packet(payload));
      out.flush();
    }
  }

  /** Blocks for the next message; empty when the other end is gone. One thread. */
  public Optional<Said<I>> receive() throws IOException {
    try {
      while (true) {
        Optional<Said<I>> message = parse(payload());
        if (message.isPresent()) {
          return message;
        }
      }
    } catch (EOFException gone) {
      return Optional.empty();
    }
  }

  private static byte[] packet(byte[] payload) {
    return java.nio.ByteBuffer.allocate(12 + payload.length)
        .putInt(MARK)
        .putInt(payload.length)
        .putInt(checksum(payload))
        .put(payload)
        .array();
  }

  private byte[] payload() throws IOException {
    while (true) {
      skipToMark();
      int length = in.readInt();
      int checksum = in.readInt();
      if (length >= 0 && length <= LARGEST) {
        byte[] payload = in.readNBytes(length);
        if (payload.length == length && checksum(payload) == checksum) {
          return payload;
        }
      }
    }
  }

  private void skipToMark() throws IOException {
    int window = in.readInt();
    while (window != MARK) {
      window = window << 8 | in.readUnsignedByte();
    }
  }

  private Optional<Said<I>> parse(byte[] payload) {
    String text = new String(payload, StandardCharsets.UTF_8);
    Matcher head = HEAD.matcher(text);
    Class<?> kind = head.lookingAt() ? kinds.get(head.group(2)) : null;
    if (kind == null) {
      return Optional.empty();
    }
    try {
      int page = Integer.parseInt(head.group(1));
      @SuppressWarnings("unchecked") // kinds holds the permitted subclasses of I only
      I message = (I) gson.fromJson(text.substring(head.end()), kind);
      return Optional.ofNullable(message).map(there -> new Said<>(page, there));
    } catch (JsonParseException | NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  private static int checksum(byte[] payload) {
    CRC32 crc = new CRC32();
    crc.update(payload);
    return (int) crc.getValue();
  }
}
