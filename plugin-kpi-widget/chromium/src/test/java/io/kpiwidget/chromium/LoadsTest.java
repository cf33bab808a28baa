package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cef.handler.CefLoadHandler.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoadsTest {

  @ParameterizedTest
  @CsvSource({
    "ERR_CERT_AUTHORITY_INVALID, certificate",
    "ERR_CERT_DATE_INVALID, certificate",
    "ERR_BLOCKED_BY_RESPONSE, frame-refused",
    "ERR_NAME_NOT_RESOLVED, frame-unreachable",
    "ERR_CONNECTION_REFUSED, frame-unreachable",
    "ERR_TUNNEL_CONNECTION_FAILED, frame-proxy",
    "ERR_ABORTED, "
  })
  void error_isWhatSomebodyCanMend(ErrorCode error, String kind) {
    assertThat(Loads.kind(error)).isEqualTo(Optional.ofNullable(kind));
  }
}
