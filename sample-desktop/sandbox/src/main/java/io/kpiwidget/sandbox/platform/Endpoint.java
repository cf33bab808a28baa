package io.kpiwidget.sandbox.platform;

/** Answers one route. */
@FunctionalInterface
interface Endpoint {
  Reply answer(Call call);
}
