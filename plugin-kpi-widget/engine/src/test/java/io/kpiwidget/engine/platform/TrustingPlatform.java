package io.kpiwidget.engine.platform;

import java.net.URI;
import java.util.Random;
import okhttp3.tls.HandshakeCertificates;

/** The door out for tests over TLS. */
public final class TrustingPlatform {

  private TrustingPlatform() {}

  /** One that trusts what {@code certificates} do. */
  public static HttpPlatform of(Time time, HandshakeCertificates certificates) {
    return new HttpPlatform(
        time,
        new GuideDialect(URI.create("https://api.example")),
        Pauses.none(),
        new Random(1),
        builder ->
            builder.sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager()));
  }
}
