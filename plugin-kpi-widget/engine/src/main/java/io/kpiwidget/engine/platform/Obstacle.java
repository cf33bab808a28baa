package io.kpiwidget.engine.platform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What keeps the platform's answer away: one for each thing that somebody can do about it. */
public enum Obstacle {
  /** The host's name is not known. */
  DNS,
  /** Nobody listens there, or no way leads there. */
  REFUSED,
  TIMEOUT,
  /** The certificate is not trusted, or no cipher fits. */
  TLS,
  /** The certificate is not valid at this computer's time. */
  CLOCK,
  /** A proxy on the way refuses. */
  PROXY,
  /** The platform's own (5xx). */
  FAULT,
  UNKNOWN;

  /** Of a call that brought no answer. */
  static Obstacle of(IOException failure) {
    if (failure instanceof SSLException) {
      return causes(failure).anyMatch(Obstacle::isOfTime) ? CLOCK : TLS;
    }
    if (failure instanceof UnknownHostException) {
      return DNS;
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return REFUSED;
    }
    if (failure instanceof InterruptedIOException) {
      return TIMEOUT;
    }
    return isOfTunnel(failure) ? PROXY : UNKNOWN;
  }

  private static boolean isOfTime(Throwable cause) {
    return cause instanceof CertificateExpiredException
        || cause instanceof CertificateNotYetValidException;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  // OkHttp has no type for a proxy that opens no tunnel
  private static boolean isOfTunnel(IOException failure) {
    var message = String.valueOf(failure.getMessage());
    return message.startsWith("Failed to authenticate with proxy")
        || message.startsWith("Unexpected response code for CONNECT");
  }
}
