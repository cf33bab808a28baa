package io.kpiwidget.panel.state;

/**
 * One thing that is wrong in the configuration.
 *
 * @param pointer where in the file (JSON pointer); empty for the file as a whole
 */
public record Problem(String pointer, String problem, String nextStep) {}
