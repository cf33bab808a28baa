package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

final class SafeLogTest {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=";

  private final List<Object> written = new ArrayList<>();
  private final Logger log = SafeLog.over(backend());

  @Test
  void secret_isNotPrinted_serialised_orTurnedIntoJson() throws Exception {
    var secret = new SecretValue("c4nary-1234567890");

    assertThat(secret).hasToString("SecretValue[…]");
    assertThatThrownBy(() -> new Gson().toJson(secret))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> new Gson().fromJson("{\"token\":\"x\"}", Grant.class))
        .hasMessageNotContaining("c4nary");
    try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(secret))
          .isInstanceOf(NotSerializableException.class)
          .hasMessageNotContaining("c4nary");
    }
  }

  private record Grant(SecretValue token) {}

  @Test
  void tenThousandLines_withSecretsAnywhere_letNoneThrough() {
    var random = new Random(8);
    for (int i = 0; i < 10_000; i++) {
      var secret = new SecretValue(text(random, 12 + random.nextInt(60)));
      say(random, text(random, 20) + secret.reveal() + text(random, 5), secret);

      for (var line : written) {
        assertThat(String.valueOf(line)).doesNotContain(secret.reveal());
      }
      written.clear();
    }
  }

  // words, arguments, failures and their causes
  private void say(Random random, String words, SecretValue secret) {
    switch (random.nextInt(6)) {
      case 0 -> log.warn(words);
      case 1 -> log.info("refused: {}", words);
      case 2 -> log.debug("{} and {} of {}", 7, words, secret);
      case 3 -> log.warn("failed", new IllegalStateException(words));
      case 4 -> log.warn("failed", new Error("outer", new java.io.IOException(words)));
      default -> log.error("{}", new StringBuilder(words));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer c4naryc4nary",
        "authorization: basic c4naryc4nary==",
        "https://a.example/app/#/w?access_token=c4naryc4nary&theme=dark",
        "{\"access_token\":\"c4naryc4nary\"}",
        "{\"refresh_token\": \"c4naryc4nary\"}",
        "grant_type=x&client_secret=c4naryc4nary",
        "code_verifier=c4naryc4nary",
        "http://127.0.0.1:4711/?code=c4naryc4nary&state=c4naryc4nary",
        "eyJhbGciOiJub25lIn0.c4naryc4nary.c4naryc4nary"
      })
  void whatLooksLikeASecret_isHidden_thoughNobodyKnowsIt(String line) {
    log.warn(line);

    assertThat(written.toString()).doesNotContain("c4nary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token: not a JSON object",
        "token: \"expires_in\" is missing or malformed",
        "POST /v2/oauth/token: 503",
        "desktop token: not printable"
      })
  void ordinaryLine_isLeftAsItIs(String line) {
    log.warn(line);

    assertThat(written).containsExactly(line);
  }

  @Test
  void harmlessFailure_keepsItsTypeAndPlace() {
    var failure = new IllegalStateException("no queue");
    log.warn("failed", failure);

    assertThat(written).containsExactly("failed", failure);
  }

  @Test
  void failureWithASecret_keepsItsPlaceAndKind() {
    var failure = new IllegalStateException("header Bearer c4naryc4nary");
    log.warn("failed", failure);

    var told = (Throwable) written.get(1);
    assertThat(told.getMessage())
        .startsWith("java.lang.IllegalStateException")
        .doesNotContain("c4");
    assertThat(told.getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @Test
  void circleOfCauses_ends() {
    var one = new IllegalStateException("Bearer c4naryc4nary");
    one.initCause(new IllegalStateException("two", one));

    log.warn("failed", one);

    assertThat(written).hasSize(2);
  }

  private static String text(Random random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private Logger backend() {
    return (Logger)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Logger.class},
            (proxy, method, arguments) -> {
              for (var argument : arguments) {
                if (argument instanceof Object[] several) {
                  written.addAll(Arrays.asList(several));
                } else {
                  written.add(argument);
                }
              }
              return null;
            });
  }
}
