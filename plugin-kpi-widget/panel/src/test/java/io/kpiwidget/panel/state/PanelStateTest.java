package io.kpiwidget.panel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.feed.FeedState;
import io.kpiwidget.panel.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PanelStateTest {

  private static final Instant NOW = Samples.AS_OF.plusSeconds(2);
  private static final PanelState NOTHING = new PanelState.SignedOut();

  @Test
  void of_signedOut_isSignedOut() {
    assertThat(PanelState.of(new FeedState.SignedOut(), NOTHING, NOW))
        .isEqualTo(new PanelState.SignedOut());
  }

  @Test
  void of_starting_keepsTheStep() {
    assertThat(PanelState.of(new FeedState.Starting("Signing in"), NOTHING, NOW))
        .isEqualTo(new PanelState.Starting("Signing in"));
  }

  @Test
  void of_unavailable_keepsTheTrouble() {
    assertThat(PanelState.of(new FeedState.Unavailable(Samples.unreachable()), NOTHING, NOW))
        .isEqualTo(new PanelState.Failed(Samples.unreachable()));
  }

  @Test
  void of_newFigures_areReceivedNow() {
    var state = (PanelState.Kpis) PanelState.of(live(), NOTHING, NOW);
    assertThat(state.received()).isEqualTo(NOW);
  }

  @Test
  void of_sameFiguresAgain_keepTheirAge() {
    var first = PanelState.of(live(), NOTHING, NOW);
    var later = (PanelState.Kpis) PanelState.of(live(), first, NOW.plusSeconds(300));
    assertThat(later.received()).isEqualTo(NOW);
  }

  @Test
  void showOn_callsTheOneMethodOfEachState() {
    var view = new RecordingView();
    var states =
        List.of(
            new PanelState.SignedOut(),
            new PanelState.Starting(""),
            Samples.live(),
            new PanelState.Failed(Samples.unreachable()),
            Samples.misconfigured(Path.of("f"), 1));
    states.forEach(s -> s.showOn(view));
    assertThat(view.calls)
        .containsExactly("signedOut", "starting", "kpis", "failed", "misconfigured");
  }

  @Test
  void misconfigured_withoutAProblem_isRefused() {
    assertThatThrownBy(() -> new PanelState.Misconfigured(Path.of("f"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FeedState live() {
    return new FeedState.Live(Samples.snapshot(), FeedState.Age.FRESH, Optional.empty());
  }

  private static final class RecordingView implements PanelView {

    private final List<String> calls = new ArrayList<>();

    @Override
    public void showSignedOut() {
      calls.add("signedOut");
    }

    @Override
    public void showStarting(PanelState.Starting state) {
      calls.add("starting");
    }

    @Override
    public void showKpis(PanelState.Kpis state) {
      calls.add("kpis");
    }

    @Override
    public void showFailed(PanelState.Failed state) {
      calls.add("failed");
    }

    @Override
    public void showMisconfigured(PanelState.Misconfigured state) {
      calls.add("misconfigured");
    }
  }
}
