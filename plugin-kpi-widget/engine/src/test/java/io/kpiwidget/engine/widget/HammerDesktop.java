package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.widget.HammerLedger.Act;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/**
 * A desktop's process for {@link RegistryHammer}: puts, reads and forgets as fast as it goes, until
 * it is killed. It says what it is about to do, and again when that is done.
 */
final class HammerDesktop {

  static final String TENANT = "hammer";

  private static final int WIDGETS = 150;
  private static final int SHARED = 16;

  /** Acts of one registry; then the desktop "starts again", which sweeps. */
  private static final int TURNS_OF_A_REGISTRY = 64;

  private final String name;
  private final Random random;
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);

  private HammerDesktop(String name, long seed) {
    this.name = name;
    this.random = new Random(seed);
  }

  /** Arguments: folder, name, first turn. */
  public static void main(String[] arguments) throws IOException {
    long first = Long.parseLong(arguments[2]);
    new HammerDesktop(arguments[1], first).run(Path.of(arguments[0]), first);
  }

  private void run(Path folder, long first) throws IOException {
    var registry = WidgetRegistry.in(folder, Clock.systemUTC());
    for (long turn = first; true; turn++) {
      if (turn % TURNS_OF_A_REGISTRY == 0) {
        registry = WidgetRegistry.in(folder, Clock.systemUTC());
      }
      act(registry, anyAct(turn));
      look(registry, anyWidget());
    }
  }

  private Act anyAct(long turn) {
    var widget = anyWidget();
    boolean forget = HammerLedger.isForgettable(widget) && random.nextInt(3) == 0;
    return new Act(forget ? Act.FORGET : Act.PUT, widget, turn);
  }

  private String anyWidget() {
    int number = random.nextInt(2 * WIDGETS + SHARED);
    if (number < SHARED) {
      return "shared-" + number;
    }
    return (number % 2 == 0 ? "staying-" : "passing-") + name + "-" + number;
  }

  private void act(WidgetRegistry registry, Act act) throws IOException {
    say("begin", act);
    act.result()
        .ifPresentOrElse(
            id -> registry.put(TENANT, act.widget(), id),
            () -> registry.forget(TENANT, act.widget()));
    say("done", act);
  }

  private void look(WidgetRegistry registry, String widget) throws IOException {
    var id = registry.id(TENANT, widget);
    if (id.isPresent() && !id.get().startsWith(widget + "-")) {
      say("saw", new Act(id.get(), widget, 0));
    }
  }

  private void say(String word, Act act) throws IOException {
    var line = String.join(" ", word, act.verb(), act.widget(), act.turn() + "\n");
    out.write(line.getBytes(StandardCharsets.UTF_8)); // unbuffered: said is said
  }
}
