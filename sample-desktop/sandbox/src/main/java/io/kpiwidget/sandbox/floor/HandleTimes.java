package io.kpiwidget.sandbox.floor;

/**
 * How long the parts of handling a conversation take: handle time = talk + hold + after-call work.
 */
public record HandleTimes(Draw talk, Draw hold, Draw afterCall) {
  /** Talk only, for models that are compared with formulas. */
  public static HandleTimes talkOnly(Draw talk) {
    return new HandleTimes(talk, Draw.none(), Draw.none());
  }
}
