package io.kpiwidget.panel;

import java.awt.EventQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.PolyUIEffect;
import org.checkerframework.checker.guieffect.qual.PolyUIType;
import org.checkerframework.checker.guieffect.qual.UI;

/** The one way from a background thread to the EDT. After {@link #close} nothing runs there. */
final class Edt implements AutoCloseable {

  private final AtomicBoolean closed = new AtomicBoolean();

  /** Something to do or to read on the EDT. */
  @PolyUIType
  @FunctionalInterface
  interface Reading<T> {
    @PolyUIEffect
    T read();
  }

  /** Runs {@code action} later, unless the panel is closed by then. Any thread, returns at once. */
  void later(@UI Runnable action) {
    SwingUtilities.invokeLater(
        () -> {
          if (!closed.get()) {
            action.run();
          }
        });
  }

  /** What {@code reading} finds on the EDT. Blocks for up to two seconds; on the EDT not at all. */
  <T> T ask(@UI Reading<T> reading, T otherwise) {
    if (EventQueue.isDispatchThread()) {
      return here(reading);
    }
    if (closed.get()) {
      return otherwise;
    }
    var answer = new CompletableFuture<T>();
    later(() -> answer.complete(reading.read()));
    return await(answer, otherwise);
  }

  @SuppressWarnings("guieffect:call.ui") // the caller has just asked which thread this is
  private static <T> T here(@UI Reading<T> reading) {
    return reading.read();
  }

  private static <T> T await(CompletableFuture<T> answer, T otherwise) {
    try {
      return answer.get(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return otherwise;
    } catch (ExecutionException | TimeoutException e) {
      // diagnostics of a busy desktop are still worth having without the screen's part
      return otherwise;
    }
  }

  boolean closed() {
    return closed.get();
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
