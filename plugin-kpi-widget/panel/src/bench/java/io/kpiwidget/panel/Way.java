package io.kpiwidget.panel;

import com.google.gson.JsonObject;
import java.awt.Component;
import java.util.concurrent.TimeoutException;
import javax.swing.JFrame;

/** One way to have the KPI view in a Swing desktop. */
interface Way {

  /** Begins to show it in {@code frame}, which is on the screen and empty. On the EDT. */
  void start(JFrame frame) throws Exception;

  /** Blocks until the page has said that its figures are painted, and nothing is before it. */
  void awaitShown() throws InterruptedException, TimeoutException;

  /** Where the page is. */
  Component page();

  /** Tells the page how the desktop looks. */
  void look(String theme);

  /** Adds what only this way can tell. */
  default void addTo(JsonObject result) {}
}
