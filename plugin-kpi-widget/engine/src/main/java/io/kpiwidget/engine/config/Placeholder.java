package io.kpiwidget.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a definition leaves open until an agent is known (guide §2); always a whole value. */
public sealed interface Placeholder {

  /** As it is written in a definition. */
  String token();

  /** Something of the agent; one that stands for several expands to as many values. */
  enum Attribute implements Placeholder {
    /** The agent's queues, all of them, as the plural. */
    QUEUE_ID,
    QUEUE_IDS,
    USER_ID,
    DIVISION_ID,
    SKILL,
    LANGUAGE;

    /** Whether the platform tells it, and no queue at all is a fact like another. */
    public boolean isOfQueues() {
      return this == QUEUE_ID || this == QUEUE_IDS;
    }

    @Override
    public String token() {
      return "{{" + name() + "}}";
    }
  }

  /**
   * One end of a window.
   *
   * @param window empty for the definition's own
   */
  record Moment(Optional<Window> window, End end) implements Placeholder {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{([A-Z0-9_]+)_(START|END)}}");
    private static final Pattern LAST = Pattern.compile("LAST_(\\d+)_MINUTES");

    /** Which one. */
    public enum End {
      START,
      END
    }

    @Override
    public String token() {
      return "{{" + window.map(Moment::word).map(w -> w + "_" + end).orElse(end + "_TIME") + "}}";
    }

    // last30Minutes is LAST_30_MINUTES
    private static String word(Window window) {
      return window.id().replaceAll("(\\d+)", "_$1_").toUpperCase(Locale.ROOT);
    }

    private static Optional<Placeholder> read(String text) {
      var written = TOKEN.matcher(text);
      return written.matches()
          ? window(written.group(1))
              .map(w -> new Moment(Optional.of(w), End.valueOf(written.group(2))))
          : Optional.empty();
    }

    private static Optional<Window> window(String word) {
      var last = LAST.matcher(word);
      return Window.of(
          last.matches() ? "last" + last.group(1) + "Minutes" : word.toLowerCase(Locale.ROOT));
    }
  }

  /** The ones that are written in one way only. */
  Map<String, Placeholder> FIXED =
      Stream.<Placeholder>concat(
              Arrays.stream(Attribute.values()),
              Arrays.stream(Moment.End.values()).map(end -> new Moment(Optional.empty(), end)))
          .collect(Collectors.toUnmodifiableMap(Placeholder::token, Function.identity()));

  /** The placeholder that {@code text} is as a whole. */
  static Optional<Placeholder> in(String text) {
    if (!text.startsWith("{{")) {
      return Optional.empty();
    }
    var fixed = FIXED.get(text);
    return fixed != null ? Optional.of(fixed) : Moment.read(text);
  }

  /** Whether {@code text} has, or may have been meant to have, a placeholder in it. */
  static boolean isHintedAt(String text) {
    return text.contains("{{") || text.contains("}}");
  }

  /** All of them, with one stretch of minutes for every other. */
  static List<String> tokens() {
    var windows =
        List.of(
            new Window.Day(),
            new Window.Shift(),
            new Window.Interval(),
            new Window.Week(),
            new Window.LastMinutes(30));
    var moments =
        Stream.concat(
                Stream.of(Optional.<Window>empty()),
                windows.stream().map(w -> Optional.<Window>of(w)))
            .flatMap(w -> Arrays.stream(Moment.End.values()).map(end -> new Moment(w, end)));
    return Stream.<Placeholder>concat(Arrays.stream(Attribute.values()), moments)
        .map(Placeholder::token)
        .toList();
  }
}
