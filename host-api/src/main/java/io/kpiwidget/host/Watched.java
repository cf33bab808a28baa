package io.kpiwidget.host;

import java.util.List;
import java.util.Objects;
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
    if (Objects.equals(value, next)) {
      return;
    }
    value = next;
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
    private volatile boolean closed;

    Listener(Consumer<T> consumer) {
      this.consumer = consumer;
    }

    void join() {
      if (!silent && !closed) {
        listeners.add(this);
        tell();
      }
    }

    void tell() {
      T now = value;
      if (!silent && !closed) {
        caller.accept(() -> consumer.accept(now));
      }
    }

    @Override
    public void close() {
      closed = true;
      listeners.remove(this);
    }
  }
}
