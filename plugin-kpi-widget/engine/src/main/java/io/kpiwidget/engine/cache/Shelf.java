package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.QueryKey.Subject;
import io.kpiwidget.engine.platform.HttpCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The answers that are kept: by bytes, by number for each subject, by variants for each key. The
 * one that nobody has looked at for longest goes first. Any thread.
 */
final class Shelf {

  static final int MOST_BYTES = 8 << 20;
  static final int LARGEST = 512 << 10;
  static final int MOST_KEYS = 64;
  static final int MOST_VARIANTS = 8;

  private final Map<QueryKey, Slot> slots = new ConcurrentHashMap<>();
  private long bytes;

  /** The variants of one key, newest first; never changed, only replaced. */
  private record Slot(QueryKey key, List<Entry> variants, int size) {

    static Slot of(QueryKey key, List<Entry> entries) {
      int size = key.size() + entries.stream().mapToInt(Entry::size).sum();
      return new Slot(key, List.copyOf(entries), size);
    }

    // by index: an iterator would be the only thing that a hit allocates
    @Nullable Entry find(HttpCall call) {
      for (int i = 0; i < variants.size(); i++) {
        if (variants.get(i).answers(call)) {
          return variants.get(i);
        }
      }
      return null;
    }

    long used() {
      return variants.get(0).used();
    }

    Slot with(Entry entry) {
      var next = new ArrayList<Entry>();
      next.add(entry);
      for (var variant : variants) {
        if (next.size() < MOST_VARIANTS && !variant.vary().equals(entry.vary())) {
          next.add(variant);
        }
      }
      return of(key, next);
    }
  }

  /** The answer to {@code call}, fresh or not; null when there is none. */
  @Nullable Entry find(QueryKey key, HttpCall call) {
    var slot = slots.get(key);
    return slot == null ? null : slot.find(call);
  }

  boolean has(QueryKey key) {
    return slots.containsKey(key);
  }

  /** Whether there was room for it. */
  synchronized boolean put(QueryKey key, Entry entry) {
    if (key.size() + entry.size() > LARGEST) {
      remove(key);
      return false;
    }
    var before = slots.get(key);
    add(before == null ? Slot.of(key, List.of(entry)) : before.with(entry));
    makeRoom(key, entry.used());
    return true;
  }

  private void add(Slot slot) {
    remove(slot.key());
    slots.put(slot.key(), slot);
    bytes += slot.size();
  }

  // the newest one stays: no slot is larger than half of what all may be
  private void makeRoom(QueryKey newest, long now) {
    var subject = newest.subject();
    while (ofSubject(subject) > MOST_KEYS) {
      drop(newest, now, key -> key.subject().equals(subject));
    }
    while (bytes > MOST_BYTES) {
      drop(newest, now, key -> true);
    }
  }

  private long ofSubject(Subject subject) {
    return slots.keySet().stream().filter(key -> key.subject().equals(subject)).count();
  }

  // monotonic times are compared by their difference: they may wrap
  private void drop(QueryKey butNot, long now, Predicate<QueryKey> of) {
    slots.values().stream()
        .filter(slot -> !slot.key().equals(butNot) && of.test(slot.key()))
        .min(Comparator.comparingLong(slot -> slot.used() - now))
        .ifPresent(slot -> remove(slot.key()));
  }

  synchronized void remove(QueryKey key) {
    var slot = slots.remove(key);
    if (slot != null) {
      bytes -= slot.size();
    }
  }

  synchronized void removeAll(Subject subject) {
    List.copyOf(slots.keySet()).stream()
        .filter(key -> key.subject().equals(subject))
        .forEach(this::remove);
  }

  synchronized void clear() {
    slots.clear();
    bytes = 0;
  }

  synchronized long bytes() {
    return bytes;
  }

  int keys() {
    return slots.size();
  }
}
