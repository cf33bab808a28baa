package io.kpiwidget.engine.cache;

import com.google.gson.JsonParser;
import io.kpiwidget.engine.cache.AnswerCache.Question;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The answer cache, asked by POST, which honours what the server says. */
final class Ours implements Contestant {

  private static final Terms TERMS =
      new Terms(Policy.HONOUR, Freshness.Times.of(Duration.ofSeconds(30)));

  private final ExecutorService background = Executors.newFixedThreadPool(2);
  private final AnswerCache cache;
  private final Question question;
  private final Question again;

  Ours(URI url) throws Exception {
    var time = new Time(Clock.systemUTC(), System::nanoTime);
    this.cache = new AnswerCache(time, new ProxyOrigin(time), background);
    var body = new HttpCall.Content("application/json", "{\"filter\":{\"queue\":\"q1\"}}");
    var call = new HttpCall(HttpCall.Kind.API, "POST", "/q", url, Map.of(), Optional.of(body));
    var key = QueryKey.of("tenant", "agent", "permissions", call);
    this.question = new Question(key, call, Ours::rows, TERMS, Demand.NONE);
    this.again = new Question(key, call, Ours::rows, TERMS, Demand.NEWEST);
  }

  private static List<Row> rows(HttpAnswer answer) {
    var rows = new ArrayList<Row>();
    for (var each : JsonParser.parseString(answer.body()).getAsJsonArray()) {
      rows.add(new Row(Map.of("id", each.getAsString()), Optional.empty(), Map.of()));
    }
    return rows;
  }

  @Override
  public Object ask() throws Exception {
    return cache.ask(question);
  }

  @Override
  public Object askAgain() throws Exception {
    return cache.ask(again);
  }

  @Override
  public int round() {
    return 1_000_000;
  }

  @Override
  public long parses() {
    return cache.counts().parses();
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
