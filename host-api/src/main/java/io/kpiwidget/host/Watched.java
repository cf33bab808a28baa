package io.kpiwidget.host;

import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value with listeners that hear each different value once, on the EDT, the present one first.
 *
 * @param <T> the value's type, immutable
 */
@SuppressWarnings("NullAway") // outside its JSpecify mode it takes T for non-null
final class Watched<T extends @Nullable Object> {

  /** Calls into the plugin; what a listener throws stays there. */
  private final Consumer<Runnable> caller;

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile T value;
  private volatile boolean silent;

  Watched(@Nullable T value, Consumer<Runnable> caller) {
    this.value = value;
    this.caller = caller;
  }

  T value() {
    return value;
  }

  /** EDT only, as is {@link #silence}. */
  void set(@Nullable T next) {
    if (silent || Objects.equals(value, next)) {
      return;
    }
    value = next;
    listeners.forEach(listener -> listener.news.add(next));
    listeners.forEach(Listener::tell);
  }

  /** Nobody hears anything from now on. */
  void silence() {
    silent = true;
    listeners.clear();
  }

  /** Any thread; the first call comes before this returns when that thread is the EDT. */
  Registration listen(Consumer<T> consumer) {
    Listener listener = new Listener(Objects.requireNonNull(consumer, "listener"));
    Edt.promptly(listener::join);
    return listener;
  }

  private final class Listener implements Registration {

    private final Consumer<T> consumer;

    /**
     * Yet to be told, null among it. During a dialog in one listener the next value comes before
     * the others heard this one.
     */
    private final Queue<T> news = new LinkedList<>();

    private volatile boolean closed;

    Listener(Consumer<T> consumer) {
      this.consumer = consumer;
    }

    void join() {
      if (!silent && !closed) {
        listeners.add(this);
        news.add(value);
        tell();
      }
    }

    void tell() {
      while (!silent && !closed && !news.isEmpty()) {
        T next = news.remove();
        caller.accept(() -> consumer.accept(next));
      }
    }

    @Override
    public void close() {
      closed = true;
      listeners.remove(this);
    }
  }
}
