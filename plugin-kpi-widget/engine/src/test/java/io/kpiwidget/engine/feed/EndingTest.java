package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndingTest {

  @Test
  void stepThatNeedsALostClass_doesNotKeepTheOthers() {
    var done = new ArrayList<String>();

    new Ending(
            List.of(
                () -> {
                  throw new NoClassDefFoundError("gone with the class loader");
                },
                () -> {
                  throw new IllegalStateException("as the test wants it");
                },
                () -> done.add("threads")))
        .run();

    assertThat(done).containsExactly("threads");
  }
}
