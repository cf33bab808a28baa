package io.kpiwidget.engine.cache;

/**
 * How long answers serve.
 *
 * @param times where the platform's word does not count, or says nothing
 */
public record Terms(Policy policy, Freshness.Times times) {}
