package io.kpiwidget.engine.cache;

/**
 * How an answer came to be handed on (RFC 9211).
 *
 * @param status what the platform answered; 0 when it was not asked
 * @param stored whether the answer is kept
 * @param collapsed whether somebody else's question brought it
 */
record Served(Way way, int status, boolean stored, boolean collapsed) {

  static final Served HIT = new Served(Way.HIT, 0, true, false);
  static final Served STALE = new Served(Way.WHILE_REVALIDATING, 0, true, false);
  static final Served IN_PLACE = new Served(Way.IF_ERROR, 0, true, false);

  private static final String CACHE = "kpi-l1";

  /** Where it is from. */
  enum Way {
    HIT("hit"),
    WHILE_REVALIDATING("hit"),
    IF_ERROR("hit"),
    MISS("fwd=uri-miss"),
    VARY_MISS("fwd=vary-miss"),
    EXPIRED("fwd=stale"),
    DEMANDED("fwd=request");

    private final String word;

    Way(String word) {
      this.word = word;
    }
  }

  /** The same for those who waited with the one who asked. */
  Served shared() {
    return new Served(way, status, stored, true);
  }

  /**
   * The member of a {@code Cache-Status} field; {@code ttl} in seconds is below zero when stale.
   */
  String member(long ttl) {
    var member = new StringBuilder(CACHE).append("; ").append(way.word);
    if (status > 0) {
      member.append("; fwd-status=").append(status);
    }
    if (status > 0 && stored) {
      member.append("; stored");
    }
    if (collapsed) {
      member.append("; collapsed");
    }
    if (stored) {
      member.append("; ttl=").append(ttl);
    }
    return member.append(detail()).toString();
  }

  private String detail() {
    return switch (way) {
      case WHILE_REVALIDATING -> "; detail=swr";
      case IF_ERROR -> "; detail=sie";
      default -> "";
    };
  }
}
