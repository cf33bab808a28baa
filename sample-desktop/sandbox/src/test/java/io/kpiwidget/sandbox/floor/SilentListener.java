package io.kpiwidget.sandbox.floor;

import java.time.Duration;

/** Hears nothing. */
class SilentListener implements FloorListener {
  @Override
  public void offered(String queue, long startedAt) {}

  @Override
  public void answered(String queue, String agent, long startedAt, Duration waited) {}

  @Override
  public void abandoned(String queue, long startedAt) {}

  @Override
  public void transferred(String queue, String agent, long startedAt) {}

  @Override
  public void handled(String queue, String agent, long startedAt, HandledParts parts) {}

  @Override
  public void stateChanged(String agent, AgentState state, long at) {}

  @Override
  public void rosterChanged(String agent, Roster roster, long at) {}
}
