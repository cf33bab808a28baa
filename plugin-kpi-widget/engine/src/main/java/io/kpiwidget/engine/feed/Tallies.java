package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the calls that go by, each for the question that it puts. Any thread. */
final class Tallies implements Platform {

  private final Platform platform;
  private final Map<Part, Tally> tallies = new ConcurrentHashMap<>();

  Tallies(Platform platform) {
    this.platform = platform;
  }

  Tally of(Part part) {
    return tallies.computeIfAbsent(part, first -> new Tally());
  }

  @Override
  public HttpAnswer exchange(HttpCall call) throws PlatformException {
    var tally = of(call);
    try {
      var answer = platform.exchange(call);
      tally.ifPresent(each -> each.answered(answer));
      return answer;
    } catch (PlatformException e) {
      tally.ifPresent(each -> each.failed(e));
      throw e;
    }
  }

  private Optional<Tally> of(HttpCall call) {
    return tallies.values().stream().filter(tally -> tally.isOf(call)).findFirst();
  }

  @Override
  public Instant now() {
    return platform.now();
  }
}
