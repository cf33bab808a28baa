package io.kpiwidget.desktop.agents;

import java.time.Instant;

/** What the agent {@code agentId} does, in the desktop's words, and since when. */
public record Activity(String agentId, String label, Instant since) {}
