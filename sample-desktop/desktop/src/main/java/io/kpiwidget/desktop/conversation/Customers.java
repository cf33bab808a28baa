package io.kpiwidget.desktop.conversation;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The sample customers that come with the desktop. */
public final class Customers {

  private Customers() {}

  /** Reads them from the jar. Blocks for some milliseconds. */
  public static List<Customer> load() {
    try (InputStream in = Customers.class.getResourceAsStream("customers.json")) {
      var reader =
          new InputStreamReader(Objects.requireNonNull(in, "customers"), StandardCharsets.UTF_8);
      return List.copyOf(new Gson().fromJson(reader, new TypeToken<List<Customer>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
