package io.kpiwidget.chromium;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.ToBrowser;
import java.util.concurrent.atomic.AtomicInteger;
import org.cef.callback.CefCallback;
import org.cef.misc.IntRef;
import org.junit.jupiter.api.Test;

final class EventStreamTest {

  private final Events events = new Events();
  private final EventStream stream = new EventStream(events);
  private final AtomicInteger woken = new AtomicInteger();
  private final CefCallback reader =
      new CefCallback() {
        @Override
        public void Continue() {
          woken.incrementAndGet();
        }

        @Override
        public void cancel() {}
      };

  private String read(int room) {
    byte[] target = new byte[room];
    IntRef count = new IntRef();
    assertThat(stream.readResponse(target, room, count, reader)).isTrue();
    return new String(target, 0, count.get(), UTF_8);
  }

  @Test
  void newDocument_hearsTheNewestOfEachType() {
    events.push(new ToBrowser.Push("a", "{\"n\":1}"));
    events.push(new ToBrowser.Push("b", "{\"n\":2}"));
    events.push(new ToBrowser.Push("a", "{\"n\":3}"));
    events.open(stream);
    assertThat(read(100)).isEqualTo("data: {\"n\":2}\n\n");
    assertThat(read(100)).isEqualTo("data: {\"n\":3}\n\n");
    assertThat(read(100)).isEmpty();
  }

  @Test
  void tokenTakenBack_isKeptForNoDocument() {
    events.push(new ToBrowser.Push("token", "{\"token\":\"s3cret\"}"));
    events.push(new ToBrowser.Push("token", "{\"token\":null}"));
    events.open(stream);
    assertThat(read(100)).isEqualTo("data: {\"token\":null}\n\n");
    assertThat(read(100)).isEmpty();
  }

  @Test
  void waitingReader_isWokenOnce() {
    events.open(stream);
    assertThat(read(100)).isEmpty();
    events.push(new ToBrowser.Push("a", "{}"));
    events.push(new ToBrowser.Push("a", "{}"));
    assertThat(woken).hasValue(1);
  }

  @Test
  void eventLargerThanTheRoom_comesInParts() {
    events.push(new ToBrowser.Push("a", "{\"t\":\"0123456789\"}"));
    events.open(stream);
    assertThat(read(10) + read(10) + read(100)).isEqualTo("data: {\"t\":\"0123456789\"}\n\n");
  }

  @Test
  void lineBreakInJson_doesNotEndTheEvent() {
    events.push(new ToBrowser.Push("a", "{\n\"t\":\r\n1}"));
    events.open(stream);
    assertThat(read(100)).isEqualTo("data: { \"t\":  1}\n\n");
  }

  @Test
  void documentGone_getsNothingMore() {
    events.open(stream);
    stream.cancel();
    events.push(new ToBrowser.Push("a", "{}"));
    assertThat(read(100)).isEmpty();
  }
}
