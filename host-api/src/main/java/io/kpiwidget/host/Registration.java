package io.kpiwidget.host;

/**
 * Something that was registered and can be taken back. Whoever registered it keeps this and closes
 * it, or gives it to {@link PanelContext#own}.
 */
@FunctionalInterface
public interface Registration extends AutoCloseable {

  /**
   * Takes it back. Any thread; returns at once; a second call does nothing; never throws.
   *
   * <p>A listener that is being called on another thread just now may still end after this.
   */
  @Override
  void close();
}
