package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that change while listeners are being told. */
final class WatchedTest extends HostFixture {

  private final List<String> heard = new ArrayList<>();
  private final Watched<String> watched = new Watched<>("a", Runnable::run);

  @Test
  void set_insideAListener_everybodyHearsEachOnceInOrder() {
    onEdt(
        () -> {
          watched.listen(
              value -> {
                heard.add("first " + value);
                if (value.equals("b")) {
                  watched.set("c"); // as events do that pass during a dialog
                }
              });
          watched.listen(value -> heard.add("second " + value));
          heard.clear();
          watched.set("b");
        });

    assertThat(heard).containsExactly("first b", "first c", "second b", "second c");
  }

  @Test
  void set_insideTheFirstCall_isHeardOnce() {
    onEdt(
        () ->
            watched.listen(
                value -> {
                  heard.add(value);
                  watched.set("b");
                }));

    assertThat(heard).containsExactly("a", "b");
  }

  @Test
  void silence_insideAListener_stopsTheOthers() {
    onEdt(
        () -> {
          watched.listen(
              value -> {
                if (value.equals("b")) {
                  watched.silence();
                }
              });
          watched.listen(heard::add);
          watched.set("b");
        });

    assertThat(heard).containsExactly("a");
  }

  @Test
  void set_afterSilence_keepsTheLastValue() {
    watched.silence();
    onEdt(() -> watched.set("b"));

    assertThat(watched.value()).isEqualTo("a");
  }

  @Test
  void listener_closedByAnother_hearsNothingMore() {
    onEdt(
        () -> {
          List<Registration> later = new ArrayList<>();
          watched.listen(value -> later.forEach(Registration::close));
          later.add(watched.listen(heard::add));
          watched.set("b");
        });

    assertThat(heard).containsExactly("a");
  }
}
