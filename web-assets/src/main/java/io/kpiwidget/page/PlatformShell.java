package io.kpiwidget.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The platform's widget shell, as a host page frames it. Checked together with its {@link Site}.
 *
 * @param origins where it may come from: these, letter for letter, and no others
 * @param login where a sign-in may lead its frame; no message of that origin is listened to
 * @param address what is shown from the start, without a token; empty where events name it
 * @param fallbackHeight its height in CSS pixels until it says its own
 * @param sandbox what it is allowed, of {@link #MOST_ALLOWED}
 * @param messages what it may say
 */
public record PlatformShell(
    List<Origin> origins,
    Optional<Origin> login,
    Optional<String> address,
    int fallbackHeight,
    Set<String> sandbox,
    Profile messages) {

  /** Guide §3: what a widget shell takes; never popups, dialogs or the page above it. */
  static final List<String> MOST_ALLOWED =
      List.of("allow-scripts", "allow-same-origin", "allow-forms");

  public PlatformShell {
    origins = List.copyOf(origins);
    sandbox = Set.copyOf(sandbox);
  }

  /** One origin, whose address events name. */
  public static PlatformShell of(
      Origin origin, int fallbackHeight, Set<String> sandbox, Profile messages) {
    return new PlatformShell(
        List.of(origin), Optional.empty(), Optional.empty(), fallbackHeight, sandbox, messages);
  }

  /** The {@code sandbox} attribute, written in one way. */
  String sandboxAttribute() {
    return MOST_ALLOWED.stream().filter(sandbox::contains).collect(Collectors.joining(" "));
  }
}
