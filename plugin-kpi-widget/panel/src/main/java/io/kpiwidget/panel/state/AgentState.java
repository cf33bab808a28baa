package io.kpiwidget.panel.state;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the agent does now, in the desktop's words. They are cleaned as the page cleans them, so
 * that both views say the same.
 *
 * @param text empty when there is nothing to say
 * @param since within what the page takes for a time
 */
public record AgentState(String text, Optional<Instant> since) {

  private static final int LONGEST = 80;

  /** Controls, lone surrogates, and marks that would turn the text around it. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]");

  private static final Instant LAST = Instant.ofEpochMilli(10_000_000_000_000L);

  /** Nobody is there, or the desktop does not say. */
  public static final AgentState NONE = new AgentState("", Optional.empty());

  public AgentState {
    text = clean(text);
    boolean some = !text.isEmpty();
    since = since.filter(at -> some && !at.isBefore(Instant.EPOCH) && at.isBefore(LAST));
  }

  /** The same from what may be missing. */
  public static AgentState of(@Nullable String text, @Nullable Instant since) {
    return text == null ? NONE : new AgentState(text, Optional.ofNullable(since));
  }

  // cut before cleaning, which removes what the cut has split
  private static String clean(String raw) {
    var start = raw.substring(0, Math.min(LONGEST, raw.length()));
    var clean = UNFIT.matcher(start).replaceAll(" ").strip();
    return raw.length() > LONGEST ? clean + "…" : clean;
  }
}
