package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published words of the port, and those that the modules use. */
final class KpiPortSchemaTest {

  private static final URI PORT = URI.create("https://kpi-widget.invalid/kpi-port.schema.json");

  static {
    Js.script("sample.js");
  }

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

  KpiPortSchemaTest() {
    validator.registerSchema(
        PORT, JsonParser.parseString(Resources.text("kpi-port.schema.json")).getAsJsonObject());
  }

  private boolean takes(String part, JsonElement message) {
    return validator.validate(URI.create(PORT + "#/$defs/" + part), message).isValid();
  }

  private boolean takes(String part, String json) {
    return takes(part, JsonParser.parseString(json));
  }

  @Test
  void lineAndView_sayWhatIsPublished() {
    var said =
        JsonParser.parseString(
                Js.json(
                    "kpi-line.js",
                    """
                    const sent = [];
                    const frame = {};
                    const hello = (oldest) => ({isTrusted: true, source: frame, origin: 'null',
                      ports: [{close() {}, postMessage: (f) => sent.push(f)}],
                      data: {type: 'kpi:hello', oldest, newest: oldest}});
                    const line = m.kpiLine({source: () => frame, now: () => 0, later() {}, rejections: {add() {}},
                      receive() {}, opened() {}, closed() {}, quarantine() {}});
                    line.take(hello(1));
                    line.send(sampleSnapshot());
                    line.take(hello(9));
                    return [hello(1).data, ...sent];
                    """))
            .getAsJsonArray();
    assertThat(said).hasSize(4);
    assertThat(takes("hello", said.get(0))).isTrue();
    assertThat(takes("toView", said.get(1))).isTrue();
    assertThat(takes("toView", said.get(2))).isTrue();
    assertThat(takes("refused", said.get(3))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"painted\"}",
        "{\"type\":\"ping\"}",
        "{\"type\":\"action\",\"name\":\"refresh\"}",
        "{\"type\":\"violation\",\"directive\":\"style-src\"}",
        "{\"type\":\"rejected\",\"counts\":{\"port-order\":1}}"
      })
  void toHost_bodiesOfTheView_areTaken(String body) {
    assertThat(takes("toHost", "{\"v\":1,\"seq\":1,\"body\":" + body + "}")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"v\":2,\"seq\":1,\"body\":{\"type\":\"painted\"}}",
        "{\"v\":1,\"seq\":0,\"body\":{\"type\":\"painted\"}}",
        "{\"v\":1,\"seq\":\"1\",\"body\":{\"type\":\"painted\"}}",
        "{\"v\":1,\"seq\":1,\"body\":{\"type\":\"token\"}}",
        "{\"v\":1,\"seq\":1,\"body\":{\"type\":\"action\",\"name\":\"close\"}}",
        "{\"v\":1,\"seq\":1}"
      })
  void toHost_anythingElse_isRefused(String frame) {
    assertThat(takes("toHost", frame)).isFalse();
  }
}
