package io.kpiwidget.panel.browser;

/** How the browser process is. */
public sealed interface BrowserState {

  /** On its way; {@code progress} is 0 to 1, or negative when it cannot be told. */
  record Starting(String step, double progress) implements BrowserState {}

  /** The page is up and paints; {@code pid} is the process. */
  record Running(long pid, String version) implements BrowserState {}

  /** It ended or could not start; {@code willRetry} when a new start is under way by itself. */
  record Gone(String code, String sentence, String nextStep, boolean willRetry)
      implements BrowserState {}
}
