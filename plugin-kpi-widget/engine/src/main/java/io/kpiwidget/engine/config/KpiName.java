package io.kpiwidget.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The KPIs by the names that a configuration may use. */
public enum KpiName {
  WAITING("waiting"),
  LONGEST_WAIT("longestWait"),
  AGENTS_ON_QUEUE("agentsOnQueue"),
  AGENTS_IDLE("agentsIdle"),
  AGENTS_INTERACTING("agentsInteracting"),
  OFFERED("offered"),
  ANSWERED("answered"),
  ABANDONED("abandoned"),
  HANDLED("handled"),
  TRANSFERS("transfers"),
  ABANDON_RATE("abandonRate"),
  SERVICE_LEVEL("serviceLevel"),
  OCCUPANCY("occupancy"),
  ASA("asa"),
  AHT("aht"),
  TALK("talk"),
  HOLD("hold"),
  ACW("acw"),
  TIME_ON_QUEUE("timeOnQueue"),
  HANDLED_PER_HOUR("handledPerHour"),
  ADHERENCE("adherence");

  private final String id;

  KpiName(String id) {
    this.id = id;
  }

  /** The name in files and snapshots. */
  public String id() {
    return id;
  }

  static Optional<KpiName> of(String id) {
    return Arrays.stream(values()).filter(name -> name.id.equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(KpiName::id).toList();
  }
}
