package io.kpiwidget.engine.platform;

import java.time.Duration;
import java.util.Optional;

/**
 * What a token endpoint gave.
 *
 * @param lifetime from when the request was sent
 * @param refreshIn when the server wants to be asked again, if it says so; counted alike
 * @param subject whom the answer says that the token is for
 */
public record TokenGrant(
    SecretValue token,
    Duration lifetime,
    Optional<Duration> refreshIn,
    Optional<String> subject,
    Time.Moment sent) {}
