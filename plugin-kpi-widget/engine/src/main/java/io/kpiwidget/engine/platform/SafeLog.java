package io.kpiwidget.engine.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loggers that let no secret through: every secret in memory, and whatever looks like a token. The
 * desktop chooses what writes its log, so the filter sits before that.
 */
public final class SafeLog {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:bearer|basic)\\s+|(?:access|refresh|id|subject)_token[\"']?\\s*[=:]\\s*[\"']?"
              + "|client_secret[\"']?\\s*[=:]\\s*[\"']?|[?&#](?:token|code|state)="
              + "|code_verifier=)[\\w.~+/=%-]{6,}");

  /** Three parts of base64url that begin as a JSON object does (RFC 7519). */
  private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{4,}(?:\\.[\\w-]*){0,4}");

  /** A chain of causes may be a circle. */
  private static final int DEEPEST = 8;

  private SafeLog() {}

  /** A logger for {@code owner}. */
  public static Logger of(Class<?> owner) {
    return over(LoggerFactory.getLogger(owner));
  }

  static Logger over(Logger backend) {
    return (Logger)
        Proxy.newProxyInstance(
            SafeLog.class.getClassLoader(),
            new Class<?>[] {Logger.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(backend, safe(arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** {@code text} without secrets. */
  public static String text(String text) {
    var hidden = LiveSecrets.hide(text);
    return JWT.matcher(NAMED.matcher(hidden).replaceAll("$1…")).replaceAll("…");
  }

  private static Object @Nullable [] safe(Object @Nullable [] arguments) {
    return arguments == null
        ? null
        : Arrays.stream(arguments).map(SafeLog::safe).toArray(Object[]::new);
  }

  private static @Nullable Object safe(@Nullable Object argument) {
    if (argument instanceof Throwable thrown) {
      return isSafe(thrown, 0) ? thrown : Told.of(thrown, 0);
    }
    if (argument instanceof Object[] several) {
      return Arrays.stream(several).map(SafeLog::safe).toArray(Object[]::new);
    }
    boolean plain = argument == null || argument instanceof Number || argument instanceof Boolean;
    return plain || argument instanceof org.slf4j.Marker
        ? argument
        : text(String.valueOf(argument));
  }

  private static boolean isSafe(Throwable thrown, int depth) {
    var words = String.valueOf(thrown);
    if (depth > DEEPEST || thrown.getSuppressed().length > 0 || !text(words).equals(words)) {
      return false;
    }
    return thrown.getCause() == null || isSafe(thrown.getCause(), depth + 1);
  }

  /** A failure as a log may have it: the same places, with words without secrets. */
  private static final class Told extends Exception {

    private static final long serialVersionUID = 1L;

    private Told(String words, @Nullable Throwable cause) {
      super(words, cause, false, true);
    }

    static Told of(Throwable thrown, int depth) {
      var cause = thrown.getCause();
      var told = cause == null || depth > DEEPEST ? null : of(cause, depth + 1);
      var copy = new Told(text(thrown.toString()), told);
      copy.setStackTrace(thrown.getStackTrace());
      return copy;
    }
  }
}
