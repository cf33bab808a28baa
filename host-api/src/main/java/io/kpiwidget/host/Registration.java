package io.kpiwidget.host;

/** Something that was registered and can be taken back. */
@FunctionalInterface
public interface Registration extends AutoCloseable {

  /** Takes it back. Any thread, returns at once, idempotent, never throws. */
  @Override
  void close();
}
