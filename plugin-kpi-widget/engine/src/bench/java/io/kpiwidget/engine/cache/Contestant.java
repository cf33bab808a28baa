package io.kpiwidget.engine.cache;

import java.net.URI;

/** A cache as its users call it, before one server. */
interface Contestant extends AutoCloseable {

  /** The answer to the one question, from wherever. */
  Object ask() throws Exception;

  /** How many hits make a round that can be measured. */
  int round();

  /** Bodies read so far; below 0 for one that hands on bodies. */
  default long parses() {
    return -1;
  }

  /** The answer to the one question, seen as old although it is not. */
  default Object askAgain() throws Exception {
    return ask();
  }

  /** Makes one. */
  @FunctionalInterface
  interface Maker {
    Contestant before(URI url) throws Exception;
  }
}
