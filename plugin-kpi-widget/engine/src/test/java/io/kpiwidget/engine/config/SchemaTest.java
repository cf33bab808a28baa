package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.kpiwidget.engine.config.WidgetConfig.ShellToken;
import io.kpiwidget.engine.config.WidgetConfig.ViewKind;
import io.kpiwidget.engine.config.WidgetDefinition.DataSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say what the readers do: of each rule, and of each closed choice. */
final class SchemaTest {

  /** What the definition's schema cannot say. A rule that it learns leaves this list. */
  private static final Set<Rule> BEYOND_DEFINITIONS =
      EnumSet.of(
          Rule.NUMBER, // JSON's numbers have no end
          Rule.METRIC_DUPLICATE, // a figure may be written in two ways
          Rule.THRESHOLD_ORDER, // a schema compares no two members
          Rule.TIME_RANGE_ORDER,
          Rule.TIME_FIXED, // warnings: such a file is used
          Rule.ID_HARD_CODED);

  private static final Set<Rule> BEYOND_CONFIGURATIONS =
      EnumSet.of(
          Rule.PATH, // each system has its own
          Rule.SANDBOX_SAME_ORIGIN, // a schema compares no two members
          Rule.WIDGET_DUPLICATE,
          Rule.SECRET_ACCEPTED); // a warning

  private final Schemas schemas = new Schemas();

  @ParameterizedTest
  @MethodSource("goodDefinitions")
  void goodDefinition_passes(Path file) {
    assertThat(schemas.takesDefinition(json(file))).isTrue();
  }

  static List<Path> goodDefinitions() {
    return Definitions.in(Definitions.GOOD);
  }

  @ParameterizedTest
  @MethodSource("goodConfigurations")
  void goodConfiguration_passes(Path file) {
    assertThat(schemas.takesConfiguration(json(file))).isTrue();
  }

  static List<Path> goodConfigurations() {
    return Definitions.in(Definitions.GOOD_CONFIGURATIONS);
  }

  @Test
  void standardWidget_passes() throws IOException {
    try (var stream = WidgetReader.class.getResourceAsStream("standard-widget.json")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(schemas.takesDefinition(JsonParser.parseString(text))).isTrue();
    }
  }

  @Test
  void badDefinition_fails_butForWhatASchemaCannotSay() {
    assertThat(passing(Definitions.BAD, schemas::takesDefinition)).isEqualTo(BEYOND_DEFINITIONS);
  }

  @Test
  void badConfiguration_fails_butForWhatASchemaCannotSay() {
    assertThat(passing(Definitions.BAD_CONFIGURATIONS, schemas::takesConfiguration))
        .isEqualTo(BEYOND_CONFIGURATIONS);
  }

  @Test
  void badDefinition_failsWithinAConfiguration() {
    var file = json(Definitions.GOOD_CONFIGURATIONS.resolve("smallest.json")).getAsJsonObject();

    file.add("widget", json(Definitions.GOOD.resolve("smallest.json")));
    assertThat(schemas.takesConfiguration(file)).isTrue();
    file.add("widget", json(Definitions.BAD.resolve("kpi-unknown.json")));
    assertThat(schemas.takesConfiguration(file)).isFalse();
  }

  @Test
  void choicesOfMetrics_areTheReaders() {
    assertThat(choices(metric("kpi"))).isEqualTo(KpiName.ids());
    assertThat(choices(metric("type"))).isEqualTo(MetricType.wires());
    assertThat(choices(metric("unit"))).isEqualTo(MetricUnit.ids());
    assertThat(choices(metric("direction"))).isEqualTo(Direction.ids());
  }

  @Test
  void choicesOfDefinitions_areTheReaders() {
    assertThat(choices(at(Schemas.widget(), "properties", "dataSource")))
        .isEqualTo(Arrays.stream(DataSource.values()).map(DataSource::wire).toList());
    assertThat(choices(at(Schemas.widget(), "$defs", "clause", "properties", "type")))
        .isEqualTo(FilterReader.TYPES);
    assertThat(choices(at(Schemas.widget(), "$defs", "value")))
        .isEqualTo(Arrays.stream(Placeholder.Attribute.values()).map(Placeholder::token).toList());
  }

  @Test
  void choicesOfConfigurations_areTheReaders() {
    var root = Schemas.configuration();
    var platform = at(root, "$defs", "platform", "properties");

    assertThat(choices(at(root, "$defs", "token", "properties", "source")))
        .isEqualTo(TokenReader.SOURCES);
    assertThat(choices(at(root, "properties", "view"))).isEqualTo(names(ViewKind.values()));
    assertThat(choices(at(platform, "shellToken"))).isEqualTo(names(ShellToken.values()));
    assertThat(choices(at(platform, "sandbox", "items"))).isEqualTo(SandboxFlags.MOST);
  }

  @Test
  void groupsOfKpis_areTheCatalogues() {
    assertThat(group("isTime")).isEqualTo(kpis(kpi -> kpi.unit() == MetricUnit.SECONDS));
    assertThat(group("isShare")).isEqualTo(kpis(kpi -> kpi.unit() == MetricUnit.SHARE));
    assertThat(group("isNeither")).isEqualTo(kpis(kpi -> kpi.direction() == Direction.NEITHER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"day", "shift", "interval", "week", "month", "Day", "lastMinutes"})
  void window_isTheReaders(String id) {
    assertWindow(id);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 9, 10, 99, 100, 999, 1000, 1399, 1400, 1440, 1441, 1500, 10_000})
  void windowOfMinutes_isTheReaders(int minutes) {
    assertWindow("last" + minutes + "Minutes");
    assertEnd("{{LAST_" + minutes + "_MINUTES_START}}");
  }

  @Test
  void placeholdersOfTimes_areTheReaders() {
    Placeholder.tokens().forEach(this::assertEnd);
    Stream.of("{{MONTH_START}}", "{{START}}", "{{day_start}}", "x{{DAY_START}}", "{{DAY_START}}x")
        .forEach(this::assertEnd);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example",
    "https://A.example:8443/base/",
    "HTTPS://a.example/b@c",
    "http://localhost:8080",
    "http://127.0.0.1",
    "http://[::1]:1/x",
    "http://a.example",
    "http://127.0.0.1.example",
    "http://localhost.example",
    "http://localhost@a.example",
    "https://u@a.example",
    "https://a.example?q",
    "https://a.example#f",
    "https://*.example",
    "https://{org}.example",
    "https://a.example/access_token/x",
    "ftp://a.example",
    "a.example",
    "https://"
  })
  void address_isTheReaders(String url) {
    var file = JsonParser.parseString("{\"platform\":{},\"token\":{\"source\":\"desktop\"}}");
    at(file.getAsJsonObject(), "platform").addProperty("api", url);

    assertThat(schemas.takesConfiguration(file)).isEqualTo(Urls.problem(url).isEmpty());
  }

  @Test
  void defaultsOfDefinitions_areTheReaders() throws Exception {
    var written = new JsonObject();
    var members = at(Schemas.widget(), "properties");
    members.keySet().stream()
        .filter(name -> at(members, name).has("default"))
        .forEach(name -> written.add(name, at(members, name).get("default")));

    assertThat(written.size()).isEqualTo(7);
    assertThat(read(written)).isEqualTo(read(new JsonObject()));
  }

  @Test
  void examplesOfDefinitions_areGood() {
    assertThat(members(Schemas.widget()).filter(m -> !m.getKey().equals("$schema")))
        .isNotEmpty()
        .allSatisfy(
            member ->
                member
                    .getValue()
                    .getAsJsonObject()
                    .getAsJsonArray("examples")
                    .forEach(example -> assertGood(member.getKey(), example)));
  }

  @Test
  void everyMember_isExplainedToWhoeverWritesIt() {
    var members =
        Stream.of(Schemas.widget(), Schemas.configuration())
            .flatMap(
                root -> Stream.concat(Stream.of(root), at(root, "$defs").asMap().values().stream()))
            .map(JsonElement::getAsJsonObject)
            .flatMap(SchemaTest::members)
            .filter(member -> !isNarrowing(member.getValue()))
            .toList();

    assertThat(members)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            member ->
                assertThat(member.getValue().getAsJsonObject().keySet())
                    .as(member.getKey())
                    .contains("title", "description", "examples"));
  }

  @Test
  void reference_hasNoKeywordOfItsTarget_whichEditorsWouldPutInItsPlace() {
    var all =
        Stream.of(Schemas.widget(), Schemas.configuration()).flatMap(SchemaTest::parts).toList();
    var references =
        all.stream().filter(part -> part.get("$ref") instanceof JsonPrimitive).toList();

    assertThat(references)
        .hasSizeGreaterThan(40)
        .filteredOn(part -> part.size() > 1)
        .allSatisfy(
            part -> assertThat(part.keySet()).doesNotContainAnyElementsOf(target(part).keySet()));
  }

  private static Stream<JsonObject> parts(JsonElement value) {
    if (value instanceof JsonArray array) {
      return array.asList().stream().flatMap(SchemaTest::parts);
    }
    return value instanceof JsonObject object
        ? Stream.concat(
            Stream.of(object), object.asMap().values().stream().flatMap(SchemaTest::parts))
        : Stream.empty();
  }

  private static JsonObject target(JsonObject reference) {
    var name = reference.get("$ref").getAsString().replaceFirst(".*/", "");
    return Stream.of(Schemas.widget(), Schemas.configuration())
        .map(root -> at(root, "$defs"))
        .filter(definitions -> definitions.has(name))
        .map(definitions -> at(definitions, name))
        .findFirst()
        .orElseThrow();
  }

  // a second word on a member, which only says when it may be what
  private static boolean isNarrowing(JsonElement member) {
    return !(member instanceof JsonObject object)
        || Set.of("enum", "maximum").containsAll(object.keySet());
  }

  private void assertGood(String name, JsonElement example) {
    var definition = new JsonObject();
    definition.add(name, example);
    assertThat(schemas.takesDefinition(definition)).as(name).isTrue();
    var problems = new Problems();
    WidgetReader.read(Fields.root(problems, definition));
    assertThat(problems.all()).isEmpty();
  }

  private void assertWindow(String id) {
    var definition = new JsonObject();
    definition.addProperty("window", id);
    assertThat(schemas.takesDefinition(definition)).as(id).isEqualTo(Window.of(id).isPresent());
  }

  private void assertEnd(String token) {
    var definition =
        """
        {"filter": {"type": "timeRange", "field": "f", "values": ["%s", "{{END_TIME}}"]}}
        """
            .formatted(token);
    assertThat(schemas.takesDefinition(JsonParser.parseString(definition)))
        .as(token)
        .isEqualTo(Placeholder.in(token).filter(Placeholder.Moment.class::isInstance).isPresent());
  }

  private static WidgetDefinition read(JsonObject definition) throws Exception {
    var tree = (JsonObject) StrictJson.read(new StringReader(definition.toString()));
    return WidgetReader.read(Fields.root(new Problems(), tree));
  }

  private static Set<Rule> passing(Path folder, Predicate<JsonElement> schema) {
    return Definitions.rules(folder).stream()
        .filter(rule -> schema.test(json(folder.resolve(rule.id() + ".json"))))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
  }

  private static JsonElement json(Path file) {
    return JsonParser.parseString(Definitions.text(file));
  }

  private static JsonObject metric(String member) {
    return at(Schemas.widget(), "$defs", "metric", "properties", member);
  }

  private static List<String> group(String definition) {
    var kpi = at(Schemas.widget(), "$defs", definition, "properties", "kpi");
    return kpi.getAsJsonArray("enum").asList().stream().map(JsonElement::getAsString).toList();
  }

  private static List<String> kpis(Predicate<KpiName> which) {
    return Arrays.stream(KpiName.values()).filter(which).map(KpiName::id).toList();
  }

  /** Each has its one line. */
  private static List<String> choices(JsonObject schema) {
    var choices = schema.getAsJsonArray(schema.has("oneOf") ? "oneOf" : "anyOf");
    var named =
        choices.asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(choice -> choice.has("const"))
            .toList();
    assertThat(named).allMatch(choice -> choice.get("description").getAsString().endsWith("."));
    return named.stream().map(choice -> choice.get("const").getAsString()).toList();
  }

  private static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static Stream<Map.Entry<String, JsonElement>> members(JsonObject schema) {
    return schema.has("properties") ? at(schema, "properties").entrySet().stream() : Stream.empty();
  }

  private static JsonObject at(JsonObject object, String... names) {
    var at = object;
    for (var name : names) {
      at = at.getAsJsonObject(name);
    }
    return at;
  }
}
