package io.kpiwidget.page;

import java.util.Map;

/** A text file, line by line. */
final class Lines {

  private final StringBuilder text = new StringBuilder();

  Lines add(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** A line for each header: {@code format} gets its name and its value. */
  Lines headers(String format, Map<String, String> headers) {
    headers.forEach((name, value) -> add(format.formatted(name, value)));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
