package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import io.kpiwidget.engine.widget.TimeWindow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One question that is put to the platform again and again, and how it fares. There is no id and no
 * secret in it, so that it can go into a support ticket as it is.
 *
 * @param age of its newest answer; empty while there is none
 * @param next how long until it is put again; empty while nobody looks, or while it is under way
 * @param heldBack how long the platform wants to be left alone; zero when it does not
 */
public record Asked(
    Key key,
    State state,
    Optional<Duration> age,
    Optional<Duration> next,
    Duration heldBack,
    Traffic traffic) {

  /**
   * What makes its answers those of no other question.
   *
   * @param host of the platform
   * @param call method and route
   * @param subject a mark that stands for the agent, for as long as the desktop runs
   * @param permissions the same for what the agent may see
   * @param figures by their ids
   */
  public record Key(
      String host,
      String call,
      Part part,
      String subject,
      String permissions,
      Optional<TimeWindow> window,
      List<String> figures) {

    public Key {
      figures = List.copyOf(figures);
    }
  }

  /** How it stands. */
  public enum State {
    /** No answer has come yet. */
    UNANSWERED,
    FRESH,
    /** Shown as current while a newer answer is fetched. */
    REVALIDATING,
    STALE,
    EXPIRED,
    /** The platform wants to be left alone. */
    HELD_BACK,
    /** The last call brought no answer. */
    FAILED;

    static State of(
        Optional<Duration> age, Freshness.Times times, Duration heldBack, boolean failed) {
      if (!heldBack.isZero()) {
        return HELD_BACK;
      }
      if (failed) {
        return FAILED;
      }
      return age.map(known -> of(Freshness.of(known, times))).orElse(UNANSWERED);
    }

    private static State of(Freshness freshness) {
      return switch (freshness) {
        case FRESH -> FRESH;
        case REVALIDATING -> REVALIDATING;
        case STALE -> STALE;
        case EXPIRED -> EXPIRED;
      };
    }
  }

  /**
   * What it cost.
   *
   * @param status what the platform answered last; 0 for no answer
   * @param looks times that somebody wanted the answer
   * @param calls times that the platform was asked for it
   * @param bytes of the bodies that came, unpacked
   */
  public record Traffic(int status, long looks, long calls, long bytes) {

    /** The share of looks that cost no call. */
    public double hitRatio() {
      return looks == 0 ? 0 : Math.max(0, looks - calls) / (double) looks;
    }
  }
}
