package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand definitions that nobody meant to write; a seed makes them the same each time. */
final class DefinitionsFuzzTest {

  private static final long SEED = 20_261_123;
  private static final int MUTANTS = 1000;

  /** What else a schema cannot say, where the reader looks closer. */
  private static final Set<Rule> BEYOND_SCHEMA =
      EnumSet.of(
          Rule.NUMBER, // JSON's numbers have no end
          Rule.METRIC_DUPLICATE, // a figure may be written in two ways
          Rule.THRESHOLD_ORDER, // a schema compares no two members
          Rule.TIME_RANGE_ORDER,
          Rule.TIME_UNREADABLE, // the 30th of February
          Rule.THRESHOLD_DIRECTION, // of a KPI that is written as the platform's own metric
          Rule.THRESHOLD_SHARE,
          Rule.UNIT_UNFIT);

  @SuppressWarnings("NullAway.Init") // made before all tests
  private static List<Mutant> mutants;

  @BeforeAll
  static void mutate(@TempDir Path folder) throws IOException {
    mutants = mutants(folder.resolve("widget.json"));
  }

  @Test
  void read_never_throws_andTellsWhatIsWrong() {
    assertThat(mutants).allSatisfy(m -> assertThat(m.problems()).allMatch(p -> isWhole(p)));
    assertThat(mutants.stream().filter(Mutant::isAccepted).count()).isBetween(100L, 700L);
    assertThat(mutants.stream().flatMap(m -> m.problems().stream()).map(Problem::rule).distinct())
        .hasSizeGreaterThan(30);
  }

  @Test
  void accepted_hasPlaceholdersAmongFilterValuesOnly() {
    assertThat(mutants)
        .filteredOn(Mutant::isAccepted)
        .allSatisfy(m -> assertThat(placeholders("", m.json())).allMatch(p -> isInItsPlace(p)));
  }

  @Test
  void accepted_passesTheSchema() {
    var schemas = new Schemas();

    assertThat(mutants)
        .filteredOn(Mutant::isAccepted)
        .allMatch(mutant -> schemas.takesDefinition(mutant.json()));
  }

  @Test
  void refused_failsTheSchema_butForWhatItCannotSay() {
    var schemas = new Schemas();

    assertThat(mutants)
        .filteredOn(m -> !m.isAccepted() && m.isJson())
        .filteredOn(m -> schemas.takesDefinition(m.json()))
        .flatExtracting(Mutant::problems)
        .filteredOn(Problem::isError)
        .extracting(Problem::rule)
        .isNotEmpty()
        .isSubsetOf(BEYOND_SCHEMA);
  }

  private static List<Mutant> mutants(Path file) throws IOException {
    var good = Definitions.in(Definitions.GOOD).stream().map(Definitions::text).toList();
    var mutations = new Mutations(SEED);
    var which = new Random(SEED);
    var mutants = new ArrayList<Mutant>();
    for (int i = 0; i < MUTANTS; i++) {
      var parent = JsonParser.parseString(good.get(which.nextInt(good.size())));
      var text = mutations.of(parent.getAsJsonObject());
      // a lone half of a character is written as a question mark
      var written = Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      mutants.add(new Mutant(Files.readString(written), Definitions.problems(written)));
    }
    return mutants;
  }

  private record Mutant(String text, List<Problem> problems) {

    boolean isAccepted() {
      return problems.stream().noneMatch(Problem::isError);
    }

    boolean isJson() {
      return problems.stream().noneMatch(p -> p.rule() == Rule.JSON);
    }

    JsonElement json() {
      return JsonParser.parseString(text);
    }
  }

  private static boolean isWhole(Problem problem) {
    return !problem.sentence().isBlank()
        && problem.nextStep().matches("(?s)[A-Z].+[.?]")
        && problem.value().length() < 130;
  }

  private record Found(String pointer, String text) {}

  private static boolean isInItsPlace(Found found) {
    return found.pointer().matches("/filter(/clauses/\\d+)*/values/\\d+")
        && Placeholder.in(found.text()).isPresent();
  }

  private static List<Found> placeholders(String pointer, JsonElement value) {
    var found = new ArrayList<Found>();
    if (value instanceof JsonObject object) {
      object.keySet().forEach(key -> add(found, pointer + "/#", key));
      object.asMap().forEach((key, v) -> found.addAll(placeholders(pointer + "/" + key, v)));
    } else if (value instanceof JsonArray array) {
      IntStream.range(0, array.size())
          .forEach(i -> found.addAll(placeholders(pointer + "/" + i, array.get(i))));
    } else if (value instanceof JsonPrimitive text && text.isString()) {
      add(found, pointer, text.getAsString());
    }
    return found;
  }

  private static void add(List<Found> found, String pointer, String text) {
    if (Placeholder.isHintedAt(text)) {
      found.add(new Found(pointer, text));
    }
  }
}
