package io.kpiwidget.engine.cache;

import java.util.List;

/**
 * What a cache did so far, and what it holds.
 *
 * @param hits fresh answers handed on
 * @param stale answers handed on while a newer one was fetched, or because none came
 * @param coalesced questions that waited for somebody else's answer
 * @param confirmed304 answers that the platform said to hold still
 * @param confirmed412 the same in the words of RFC 9110 for a POST
 * @param limited429 questions that the platform, or the gate after it, did not take
 * @param purges times that all of a subject was dropped
 * @param oversize answers that were too large to keep
 * @param parses bodies that were read
 * @param ages how many answers were younger than 5, 15, 30, 60 and 300 s when they were handed on,
 *     and how many were older
 * @param bytes held, roughly
 * @param keys held
 */
public record CacheCounts(
    long hits,
    long stale,
    long coalesced,
    long confirmed304,
    long confirmed412,
    long limited429,
    long purges,
    long oversize,
    long parses,
    List<Long> ages,
    long bytes,
    int keys) {

  public CacheCounts {
    ages = List.copyOf(ages);
  }
}
