package io.kpiwidget.engine.token;

import java.util.Locale;
import java.util.regex.Pattern;

/** One row of the comparison; lower is better in each. */
enum Figure {
  REQUESTS_PER_HOUR_300("token requests/h, L=300"),
  REQUESTS_PER_HOUR_180("token requests/h, L=180"),
  REQUESTS_PER_HOUR_60("token requests/h, L=60"),
  OUTAGE_REQUESTS("503 for 16 min over expiry: requests"),
  FAILED_WHILE_VALID("... calls failed although token valid"),
  OUTAGE_DEAD_TOKENS("... dead tokens handed out"),
  SECONDS_TO_GOOD_TOKEN("... seconds to a good token after it"),
  INSIDE_RETRY_AFTER("429/120 s for 16 min: requests inside"),
  INVALID_CLIENT_REQUESTS_2H("invalid_client for 2 h: requests"),
  REVOKED_CALLS("revoked at min 10: calls with dead token"),
  ALWAYS_401_REFRESHES("API always 401, 10 min: requests"),
  DEAD_TOKENS_AFTER_SET_BACK("wall clock back 2 h: dead tokens"),
  DEAD_CALLS_AFTER_SET_BACK("... calls with one, API answers 401"),
  PEAK_PER_SECOND_5000("5000 log in within 60 s: peak, wave 1"),
  PEAK_WAVE_3("... wave 3"),
  PEAK_OVER_5_SECONDS("... mean of the worst 5 s, wave 1"),
  PEAK_WAVE_3_OVER_5_SECONDS("... wave 3"),
  HIT_NANOS("a hit: ns"),
  HIT_BYTES("... bytes allocated");

  private static final Pattern WORD = Pattern.compile("_([a-z0-9])");

  private final String label;

  Figure(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Its name as a JSON member. */
  String member() {
    return WORD.matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }
}
