package io.kpiwidget.chromium.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LinkTest {

  private static final int PAGE = 12;

  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
  private final Link<ToBrowser, ToDesktop> browser =
      Link.browserEnd(InputStream.nullInputStream(), wire);

  private List<ToDesktop> received() throws IOException {
    return received(wire.toByteArray());
  }

  private static List<ToDesktop> received(byte[] bytes) throws IOException {
    Link<ToDesktop, ToBrowser> desktop =
        Link.desktopEnd(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    List<ToDesktop> messages = new ArrayList<>();
    for (var next = desktop.receive(); next.isPresent(); next = desktop.receive()) {
      assertThat(next.get().page()).isEqualTo(PAGE);
      messages.add(next.get().message());
    }
    return messages;
  }

  @Test
  void message_comesBackAsItWas() throws IOException {
    ToDesktop posted = new ToDesktop.Posted("{\"a\":\"😀 \u0000 \u2028 ä\"}");
    ToDesktop frame = new ToDesktop.Frame(7, 360, 640, 1.5, new Area(1, 2, 3, 4));
    browser.send(PAGE, posted);
    browser.send(PAGE, frame);
    assertThat(received()).containsExactly(posted, frame);
  }

  @Test
  void open_withPagesAndNull_comesBackAsItWas() throws IOException {
    Link<ToDesktop, ToBrowser> desktop = Link.desktopEnd(InputStream.nullInputStream(), wire);
    ToBrowser open =
        new ToBrowser.Open(
            new ToBrowser.Site(
                "https://kpi-host.invalid",
                Map.of("/index.html", new ToBrowser.StaticAnswer(Map.of("A", "b"), "<p>ü</p>")),
                Map.of("C", "d")),
            List.of("http://127.0.0.1:1"),
            "/tmp",
            1,
            2,
            1.5);
    ToBrowser revoke = new ToBrowser.Authorize("http://127.0.0.1:1", null);
    desktop.send(PAGE, open);
    desktop.send(PAGE, revoke);
    Link<ToBrowser, ToDesktop> end =
        Link.browserEnd(
            new ByteArrayInputStream(wire.toByteArray()), OutputStream.nullOutputStream());
    assertThat(end.receive()).contains(new Link.Said<>(PAGE, open));
    assertThat(end.receive()).contains(new Link.Said<>(PAGE, revoke));
    assertThat(end.receive()).isEmpty();
  }

  @Test
  void textInBetween_isSkipped() throws IOException {
    wire.write("[0101/1200:ERROR] õKPI dbus\n".getBytes(UTF_8));
    browser.send(PAGE, new ToDesktop.Pointer(2));
    wire.write("more noise".getBytes(UTF_8));
    browser.send(PAGE, new ToDesktop.Pointer(3));
    assertThat(received()).containsExactly(new ToDesktop.Pointer(2), new ToDesktop.Pointer(3));
  }

  @Test
  void processAndPages_areToldApart() throws IOException {
    browser.send(Link.PROCESS, new ToDesktop.Alive());
    browser.send(Integer.MAX_VALUE, new ToDesktop.Alive());
    var end =
        Link.desktopEnd(
            new ByteArrayInputStream(wire.toByteArray()), OutputStream.nullOutputStream());
    assertThat(end.receive().orElseThrow().page()).isEqualTo(Link.PROCESS);
    assertThat(end.receive().orElseThrow().page()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void damagedPacket_isSkipped_nextOneIsRead() throws IOException {
    browser.send(PAGE, new ToDesktop.Pointer(2));
    int end = wire.size();
    browser.send(PAGE, new ToDesktop.Pointer(3));
    byte[] bytes = wire.toByteArray();
    bytes[end - 2] ^= 1;
    assertThat(received(bytes)).containsExactly(new ToDesktop.Pointer(3));
  }

  @Test
  void absurdLength_isNotAllocated() throws IOException {
    wire.write(new byte[] {(byte) 0xF5, 'K', 'P', 'I', 127, 0, 0, 0, 0, 0, 0, 0});
    browser.send(PAGE, new ToDesktop.Pointer(3));
    assertThat(received()).containsExactly(new ToDesktop.Pointer(3));
  }

  @Test
  void unknownKind_isSkipped() throws IOException {
    Link.desktopEnd(InputStream.nullInputStream(), wire).send(PAGE, new ToBrowser.Show(true));
    browser.send(PAGE, new ToDesktop.Pointer(3));
    assertThat(received()).containsExactly(new ToDesktop.Pointer(3));
  }

  @Test
  void packetCutShort_isTheEnd() throws IOException {
    browser.send(PAGE, new ToDesktop.Posted("{}"));
    byte[] bytes = wire.toByteArray();
    assertThat(received(java.util.Arrays.copyOf(bytes, bytes.length - 3))).isEmpty();
  }

  @Test
  void packetInSingleBytes_isPutTogether() throws IOException {
    ToDesktop posted = new ToDesktop.Posted("{\"a\":\"😀\"}");
    browser.send(PAGE, posted);
    browser.send(PAGE, new ToDesktop.Alive());
    InputStream drops =
        new FilterInputStream(new ByteArrayInputStream(wire.toByteArray())) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 1));
          }
        };
    var end = Link.desktopEnd(drops, OutputStream.nullOutputStream());
    assertThat(end.receive()).contains(new Link.Said<>(PAGE, posted));
    assertThat(end.receive()).contains(new Link.Said<>(PAGE, new ToDesktop.Alive()));
  }

  @Test
  void garbageBetweenPackets_neverBecomesAMessage() throws IOException {
    Random random = new Random(7);
    List<ToDesktop> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(300)];
      random.nextBytes(garbage);
      wire.write(garbage);
      sent.add(new ToDesktop.Pointer(i));
      browser.send(PAGE, sent.get(i));
    }
    assertThat(received()).isEqualTo(sent);
  }

  @Test
  void negativeLength_isSkipped() throws IOException {
    wire.write(new byte[] {(byte) 0xF5, 'K', 'P', 'I', -1, -1, -1, -1, 0, 0, 0, 0});
    browser.send(PAGE, new ToDesktop.Pointer(3));
    assertThat(received()).containsExactly(new ToDesktop.Pointer(3));
  }

  @Test
  void messageAboveTheLimit_isRefused() {
    ToDesktop large = new ToDesktop.Posted("x".repeat(Link.LARGEST));
    assertThatThrownBy(() -> browser.send(PAGE, large))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void token_isNotPrinted() {
    assertThat(new ToBrowser.Authorize("https://a.test", "s3cret").toString())
        .doesNotContain("s3cret");
  }

  @Test
  void event_isNotPrinted() {
    assertThat(new ToBrowser.Push("token", "{\"token\":\"s3cret\"}").toString())
        .isEqualTo("Push[token, …]");
  }
}
