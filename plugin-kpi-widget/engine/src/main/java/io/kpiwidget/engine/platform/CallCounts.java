package io.kpiwidget.engine.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** What was asked so far. Any thread. */
public final class CallCounts {

  private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

  private volatile String refused = "";
  private final Map<String, LongAdder> routes = new ConcurrentHashMap<>();
  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

  private final LongAdder bytes = new LongAdder();
  private final LongAdder connectionsLost = new LongAdder();

  void sent(HttpCall call) {
    routes.computeIfAbsent(call.toString(), route -> new LongAdder()).increment();
  }

  /** {@code status} 0 stands for no answer. */
  void answered(int status) {
    statuses.computeIfAbsent(status, code -> new LongAdder()).increment();
  }

  void received(long more) {
    bytes.add(more);
  }

  /** {@code id} is the platform's word: what is no id is not kept. */
  void refused(String id) {
    if (ID.matcher(id).matches()) {
      refused = id;
    }
  }

  /** The platform's own mark for the last call that it refused; empty where it gives none. */
  public String refused() {
    return refused;
  }

  void connectionLost() {
    connectionsLost.increment();
  }

  /** How often an answer without a body gave a length, which costs its connection. */
  public long connectionsLost() {
    return connectionsLost.sum();
  }

  /** Bytes of all bodies that came, unpacked. */
  public long received() {
    return bytes.sum();
  }

  /** By "METHOD route". */
  public Map<String, Long> requests() {
    return sums(routes);
  }

  /** By HTTP status; 0 for none. */
  public Map<Integer, Long> statuses() {
    return sums(statuses);
  }

  private static <K extends Comparable<K>> Map<K, Long> sums(Map<K, LongAdder> adders) {
    var sums = new TreeMap<K, Long>();
    adders.forEach((key, adder) -> sums.put(key, adder.sum()));
    return sums;
  }
}
