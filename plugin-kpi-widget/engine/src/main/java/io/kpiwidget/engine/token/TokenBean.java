package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.SafeLog;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;

/**
 * One session's token in the JVM's MBean server, under {@code io.kpiwidget:type=Token,*}. Whoever
 * opens it closes it: the server would keep the plugin's classes.
 */
public final class TokenBean implements TokenMXBean, AutoCloseable {

  private static final Logger log = SafeLog.of(TokenBean.class);

  private final MBeanServer server;
  private final Supplier<TokenMetrics> metrics;
  private volatile boolean registered;
  private final String name = "io.kpiwidget:type=Token,session=" + UUID.randomUUID();

  private TokenBean(MBeanServer server, Supplier<TokenMetrics> metrics) {
    this.server = server;
    this.metrics = metrics;
  }

  /** Registers the figures. A desktop that forbids that goes without. */
  public static TokenBean open(Supplier<TokenMetrics> metrics) {
    var bean = new TokenBean(ManagementFactory.getPlatformMBeanServer(), metrics);
    try {
      bean.server.registerMBean(bean, new ObjectName(bean.name));
      bean.registered = true;
    } catch (JMException | SecurityException e) {
      log.debug("no token figures by JMX: {}", e.getClass().getName());
    }
    return bean;
  }

  /** Idempotent. */
  @Override
  public void close() {
    if (registered) {
      registered = false;
      try {
        server.unregisterMBean(new ObjectName(name));
      } catch (JMException | SecurityException e) {
        log.debug("token figures stay in JMX: {}", e.getClass().getName());
      }
    }
  }

  @Override
  public String getState() {
    return metrics.get().state().name();
  }

  @Override
  public Map<String, Long> getAttempts() {
    var words = new TreeMap<String, Long>();
    metrics
        .get()
        .attempts()
        .forEach((outcome, count) -> words.put(outcome.name().toLowerCase(Locale.ROOT), count));
    return words;
  }

  @Override
  public long getSlowestAttemptMillis() {
    return metrics.get().slowest().toMillis();
  }

  @Override
  public long getUses() {
    return metrics.get().uses();
  }

  @Override
  public long getOldestUseMillis() {
    return metrics.get().oldest().toMillis();
  }

  @Override
  public long getMeanUseMillis() {
    return metrics.get().meanAge().toMillis();
  }

  @Override
  public int getWaiting() {
    return metrics.get().waiting().now();
  }

  @Override
  public int getMostWaiting() {
    return metrics.get().waiting().most();
  }

  @Override
  public long getForced() {
    return metrics.get().forced();
  }

  @Override
  public long getGateMillis() {
    return metrics.get().gate().toMillis();
  }

  @Override
  public long getClockSkewMillis() {
    return metrics.get().skew().toMillis();
  }
}
