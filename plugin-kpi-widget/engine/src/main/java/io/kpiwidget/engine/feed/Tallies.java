package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the calls that go by, each for the question that it puts. Any thread. */
final class Tallies implements Platform {

  private final Platform platform;
  private final Map<Whose, Tally> tallies = new ConcurrentHashMap<>();

  Tallies(Platform platform) {
    this.platform = platform;
  }

  private record Whose(Asker asker, Part part) {}

  Tally of(Asker asker, Part part) {
    return tallies.computeIfAbsent(new Whose(asker, part), first -> new Tally());
  }

  @Override
  public HttpAnswer exchange(HttpCall call) throws PlatformException {
    var all = of(call);
    try {
      var answer = platform.exchange(call);
      all.forEach(each -> each.answered(answer));
      return answer;
    } catch (PlatformException e) {
      all.forEach(each -> each.failed(e));
      throw e;
    }
  }

  // several widgets may have the same question, and share the call
  private List<Tally> of(HttpCall call) {
    return tallies.values().stream().filter(tally -> tally.isOf(call)).toList();
  }

  @Override
  public Instant now() {
    return platform.now();
  }
}
