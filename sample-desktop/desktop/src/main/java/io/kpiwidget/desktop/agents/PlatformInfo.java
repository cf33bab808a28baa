package io.kpiwidget.desktop.agents;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the contact centre's control port is, and who may sign in. */
public record PlatformInfo(Optional<URI> control, List<Account> agents) {

  public PlatformInfo {
    agents = List.copyOf(agents);
  }

  /** What the desktop shows without a contact centre behind it. */
  public static PlatformInfo demo() {
    return new PlatformInfo(
        Optional.empty(),
        List.of(
            new Account("demo-ann", "Ann Keller", List.of("billing", "orders")),
            new Account("demo-ben", "Ben Okafor", List.of("support"))));
  }

  /**
   * Reads the line that the sandbox prints first. Blocks. The message of the exception says what is
   * wrong with which file.
   */
  public static PlatformInfo read(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (JsonParseException | DateTimeParseException | IllegalArgumentException e) {
      throw new IOException(file + " is not the sandbox's first line: " + e.getMessage(), e);
    }
  }

  static PlatformInfo parse(String json) {
    Wire wire = new Gson().fromJson(json, Wire.class);
    if (wire == null || wire.agents == null || wire.agents.isEmpty()) {
      throw new IllegalArgumentException("no agents in it");
    }
    return new PlatformInfo(
        Optional.ofNullable(wire.control).map(PlatformInfo::uri),
        wire.agents.stream().map(WireAgent::account).toList());
  }

  /** The account with this id, or the first one's when {@code id} is empty. */
  public Optional<Account> account(Optional<String> id) {
    return agents.stream().filter(a -> id.isEmpty() || a.id().equals(id.get())).findFirst();
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static final class Wire {
    private @Nullable String control;
    private @Nullable List<WireAgent> agents;
  }

  private static final class WireAgent {
    private @Nullable String id;
    private @Nullable String name;

    private @Nullable List<String> queues;
    private @Nullable List<String> skills;
    private @Nullable WireShift shift;

    private Account account() {
      if (id == null) {
        throw new IllegalArgumentException("an agent has no id");
      }
      return new Account(
          id,
          name == null ? id : name,
          queues == null ? List.of() : queues,
          skills == null ? List.of() : skills,
          Optional.ofNullable(shift).map(WireShift::shift));
    }
  }

  private static final class WireShift {
    private @Nullable String start;
    private @Nullable String end;

    private Account.Shift shift() {
      if (start == null || end == null) {
        throw new IllegalArgumentException("a shift has no start or no end");
      }
      return new Account.Shift(Instant.parse(start), Instant.parse(end));
    }
  }
}
