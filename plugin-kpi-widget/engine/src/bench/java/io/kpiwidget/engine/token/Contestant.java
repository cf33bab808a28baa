package io.kpiwidget.engine.token;

/** A token refresher as its users call it. */
interface Contestant {

  /** What it hands to a caller who needs a token. */
  Object serve() throws Exception;

  /** The token in what {@link #serve} answered. */
  String token() throws Exception;

  /** One API call, with what the refresher itself does about a 401. */
  void call() throws Exception;

  /** Whether it can be told that the API refused a token. */
  default boolean hearsRefusals() {
    return true;
  }

  /** Makes one for a world. */
  @FunctionalInterface
  interface Maker {
    Contestant in(World world);
  }
}
