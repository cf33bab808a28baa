package io.kpiwidget.panel.state;

import io.kpiwidget.engine.feed.FeedState;
import io.kpiwidget.engine.feed.KpiSnapshot;
import io.kpiwidget.engine.feed.Trouble;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.guieffect.qual.UIEffect;

/** What a panel shows now. Immutable; every view must know every kind. */
public sealed interface PanelState {

  /** Calls the one method of {@code view} for this state. On the EDT. */
  @UIEffect
  void showOn(PanelView view);

  /** Nobody is signed in. */
  record SignedOut() implements PanelState {
    @Override
    @UIEffect
    public void showOn(PanelView view) {
      view.showSignedOut();
    }
  }

  /** On the way to the first figures; {@code step} is a short sentence, or empty. */
  record Starting(String step) implements PanelState {
    @Override
    @UIEffect
    public void showOn(PanelView view) {
      view.showStarting(this);
    }
  }

  /**
   * Figures.
   *
   * @param age against the cache's three times
   * @param trouble what keeps newer figures away, if anything does
   * @param received when these figures came, by this computer's clock: ages are measured on one
   *     clock, since the platform's may be minutes off
   */
  record Kpis(KpiSnapshot snapshot, FeedState.Age age, Optional<Trouble> trouble, Instant received)
      implements PanelState {
    @Override
    @UIEffect
    public void showOn(PanelView view) {
      view.showKpis(this);
    }
  }

  /** No figures, and why. */
  record Failed(Trouble trouble) implements PanelState {
    @Override
    @UIEffect
    public void showOn(PanelView view) {
      view.showFailed(this);
    }
  }

  /** The configuration cannot be used. There is at least one problem; the first counts most. */
  record Misconfigured(Path file, List<Problem> problems) implements PanelState {

    public Misconfigured {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("no problem in " + file);
      }
    }

    /** The one to say where there is room for one. */
    public Problem first() {
      return problems.get(0);
    }

    @Override
    @UIEffect
    public void showOn(PanelView view) {
      view.showMisconfigured(this);
    }
  }

  /** The feed's state, received at {@code now} after {@code last} was shown. */
  static PanelState of(FeedState feed, PanelState last, Instant now) {
    if (feed instanceof FeedState.Live live) {
      return new Kpis(live.snapshot(), live.age(), live.trouble(), received(live, last, now));
    }
    if (feed instanceof FeedState.Starting starting) {
      return new Starting(starting.step());
    }
    if (feed instanceof FeedState.Unavailable unavailable) {
      return new Failed(unavailable.trouble());
    }
    return new SignedOut();
  }

  private static Instant received(FeedState.Live live, PanelState last, Instant now) {
    if (last instanceof Kpis shown && shown.snapshot().asOf().equals(live.snapshot().asOf())) {
      return shown.received();
    }
    return now;
  }
}
