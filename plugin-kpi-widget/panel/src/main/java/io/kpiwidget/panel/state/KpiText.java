package io.kpiwidget.panel.state;

import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Figures as an agent reads or hears them, in one language and time zone. Not thread-safe: number
 * formats are not.
 */
public final class KpiText {

  /** What stands where there is no number yet. */
  public static final String NOTHING = "–";

  private static final String MINUS = "−";

  private final Texts texts;
  private final ZoneId zone;
  private final NumberFormat whole;
  private final NumberFormat tenths;
  private final NumberFormat wholeShares;
  private final NumberFormat shares;
  private final char zero;

  /** Figures for {@code locale}, times in {@code zone}. */
  public KpiText(Locale locale, ZoneId zone) {
    this.texts = Texts.in(locale);
    this.zone = zone;
    this.whole = decimals(NumberFormat.getNumberInstance(locale), 0, 0);
    this.tenths = decimals(NumberFormat.getNumberInstance(locale), 1, 1);
    this.wholeShares = decimals(NumberFormat.getPercentInstance(locale), 0, 1);
    this.shares = decimals(NumberFormat.getPercentInstance(locale), 1, 1);
    this.zero = DecimalFormatSymbols.getInstance(locale).getZeroDigit();
  }

  private static NumberFormat decimals(NumberFormat format, int least, int most) {
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    return format;
  }

  /** The sentences around the figures. */
  public Texts texts() {
    return texts;
  }

  /** The number in short, or the mark of why there is none: each kind has its own. */
  public String value(KpiValue value, KpiUnit unit) {
    if (value instanceof KpiValue.Number number) {
      return number(number.value(), unit);
    }
    if (value instanceof KpiValue.NotPermitted) {
      return texts.of("mark.notPermitted");
    }
    if (value instanceof KpiValue.NotApplicable) {
      return texts.of("mark.notApplicable");
    }
    return value instanceof KpiValue.Failed ? texts.of("mark.failed") : NOTHING;
  }

  /** {@code number} of {@code unit} in short; a dash for what is no number. */
  public String number(double number, KpiUnit unit) {
    if (!Double.isFinite(number)) {
      return NOTHING;
    }
    return switch (unit) {
      case COUNT -> count(unsigned(number, 0.05));
      case RATIO -> ratio(unsigned(number, 0.0005));
      case DURATION -> duration(Math.round(number));
    };
  }

  private String count(double number) {
    return (number == Math.rint(number) ? whole : tenths).format(number);
  }

  /** Always one decimal, so that a share does not jump; 100.0 % says no more than 100 %. */
  private String ratio(double share) {
    return (share == 0 || share == 1 ? wholeShares : shares).format(share);
  }

  /** Keeps a rounded zero from being written as "-0". */
  private static double unsigned(double number, double half) {
    return Math.abs(number) < half ? 0 : number;
  }

  private String duration(long seconds) {
    var s = Math.abs(seconds);
    var text =
        s < 3600
            ? "%d:%02d".formatted(s / 60, s % 60)
            : "%d:%02d:%02d".formatted(s / 3600, s / 60 % 60, s % 60);
    return (seconds < 0 ? MINUS : "") + localDigits(text);
  }

  private String localDigits(String ascii) {
    if (zero == '0') {
      return ascii;
    }
    return ascii
        .codePoints()
        .map(c -> Character.isDigit(c) ? zero + c - '0' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The change with its direction; empty when there is none to see. */
  public String delta(Kpi kpi) {
    return changed(kpi) ? arrow(change(kpi)) + number(Math.abs(change(kpi)), kpi.unit()) : "";
  }

  private static String arrow(double change) {
    return change < 0 ? "▾\u2009" : "▴\u2009";
  }

  private static double change(Kpi kpi) {
    return kpi.delta().orElse(Double.NaN);
  }

  /** A change that rounds to nothing is nothing. */
  private boolean changed(Kpi kpi) {
    double size = Math.abs(change(kpi));
    return Double.isFinite(size)
        && kpi.value() instanceof KpiValue.Number
        && !number(size, kpi.unit()).equals(number(0, kpi.unit()));
  }

  private String spokenDelta(Kpi kpi) {
    var size = spokenNumber(Math.abs(change(kpi)), kpi.unit());
    return texts.of(change(kpi) < 0 ? "spoken.down" : "spoken.up", size);
  }

  /** "target 5"; empty without a target. */
  public String target(Kpi kpi) {
    return targetNumber(kpi).isEmpty() ? "" : texts.of("target", targetNumber(kpi));
  }

  /** The target alone; empty without one. */
  public String targetNumber(Kpi kpi) {
    OptionalDouble target = kpi.target();
    if (target.isEmpty() || !(kpi.value() instanceof KpiValue.Number)) {
      return "";
    }
    double number = target.getAsDouble();
    // "80%" was written so by hand: no decimal that nobody gave
    return kpi.unit() == KpiUnit.RATIO && Double.isFinite(number)
        ? wholeShares.format(number)
        : number(number, kpi.unit());
  }

  /** The status in a word; empty for a neutral one. */
  public String status(KpiStatus status) {
    return texts.of("status." + status);
  }

  /** Why there is no number, in short; empty when there is one. */
  public String reason(KpiValue value) {
    if (value instanceof KpiValue.NotPermitted lacking) {
      return texts.of("notPermitted", lacking.permission(), contact(lacking));
    }
    if (value instanceof KpiValue.Failed failed) {
      return failed.cause().isEmpty() ? texts.of("failed") : failed.cause();
    }
    if (value instanceof KpiValue.NotApplicable) {
      return texts.of("notApplicable");
    }
    boolean number = value instanceof KpiValue.Number n && Double.isFinite(n.value());
    return number ? "" : texts.of("noData");
  }

  private String contact(KpiValue.NotPermitted lacking) {
    return lacking.contact().orElseGet(() -> texts.of("administrator"));
  }

  /** The value as a screen reader should say it: "3 minutes 7 seconds". */
  public String spoken(KpiValue value, KpiUnit unit) {
    if (value instanceof KpiValue.Number number) {
      return spokenNumber(number.value(), unit);
    }
    if (value instanceof KpiValue.NotPermitted lacking) {
      return texts.of("spoken.notPermitted", lacking.permission(), contact(lacking));
    }
    if (value instanceof KpiValue.Failed failed) {
      return texts.of("spoken.failed", failed.cause());
    }
    return texts.of(
        value instanceof KpiValue.NotApplicable ? "spoken.notApplicable" : "spoken.noData");
  }

  /** A whole tile in one breath: value, status, target, change. */
  public String spoken(Kpi kpi) {
    var parts = new ArrayList<String>();
    parts.add(spoken(kpi.value(), kpi.unit()));
    parts.add(status(kpi.status()));
    kpi.target().ifPresent(t -> parts.add(texts.of("spoken.target", spokenNumber(t, kpi.unit()))));
    parts.add(changed(kpi) ? spokenDelta(kpi) : "");
    return String.join(", ", parts.stream().filter(p -> !p.isEmpty()).toList());
  }

  private String spokenNumber(double number, KpiUnit unit) {
    if (!Double.isFinite(number)) {
      return texts.of("spoken.noData");
    }
    return unit == KpiUnit.DURATION ? spokenDuration(Math.round(number)) : number(number, unit);
  }

  private String spokenDuration(long seconds) {
    return String.join(" ", spokenParts(seconds));
  }

  /** Largest unit first; at least one. */
  private List<String> spokenParts(long seconds) {
    var parts = new ArrayList<String>();
    addUnlessZero(parts, "spoken.hours", seconds / 3600);
    addUnlessZero(parts, "spoken.minutes", seconds / 60 % 60);
    addUnlessZero(parts, "spoken.seconds", seconds % 60);
    return parts.isEmpty() ? List.of(texts.of("spoken.seconds", 0L)) : parts;
  }

  private void addUnlessZero(List<String> parts, String key, long amount) {
    if (amount != 0) {
      parts.add(texts.of(key, amount));
    }
  }

  /** The time of day; with its date when that is not today's. */
  public String time(Instant at, Instant now) {
    var sameDay = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
    var format =
        sameDay
            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
    return format.withLocale(texts.locale()).withZone(zone).format(at);
  }

  /** "On a call, 6 minutes"; empty when the desktop does not say what the agent does. */
  public String agentState(AgentState agent, Instant now) {
    // seconds would stand still between two looks at the clock, which may also be set back
    return agent
        .since()
        .map(since -> Math.round(Duration.between(since, now).toMillis() / 1000.0))
        .filter(lasts -> lasts >= 60)
        .map(lasts -> agent.text() + ", " + spokenParts(lasts).get(0))
        .orElse(agent.text());
  }

  /** The header's line about figures that are {@code now} on the screen. */
  public Freshness freshness(PanelState.Kpis kpis, Instant now) {
    var at = time(kpis.snapshot().asOf(), now);
    if (offline(kpis)) {
      return new Freshness(Freshness.Level.OFFLINE, aged("offline", at, kpis.received(), now));
    }
    if (kpis.age() == Age.FRESH && kpis.trouble().isEmpty()) {
      return new Freshness(Freshness.Level.FRESH, texts.of("fresh", at));
    }
    return new Freshness(Freshness.Level.STALE, aged("stale", at, kpis.received(), now));
  }

  private static boolean offline(PanelState.Kpis kpis) {
    return kpis.trouble().filter(t -> t.code().isOffline()).isPresent();
  }

  private String aged(String key, String at, Instant received, Instant now) {
    var minutes = Duration.between(received, now).toMinutes();
    return minutes < 1 ? texts.of(key + ".now", at) : texts.of(key, at, age(minutes));
  }

  private String age(long minutes) {
    return minutes < 60
        ? texts.of("age.minutes", minutes)
        : texts.of("age.hours", minutes / 60, minutes % 60);
  }
}
