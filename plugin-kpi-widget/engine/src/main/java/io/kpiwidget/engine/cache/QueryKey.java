package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.Unresolved;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What makes two questions the same: the platform, who asks with which permissions, and what is
 * asked, to the letter. Never the token, which changes by the hour. It is made once for a resolved
 * question and kept by who asks, so that looking up costs no hash and compares no text.
 */
public final class QueryKey {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\w{0,40}(}})?");

  private final Subject subject;
  private final String permissions;
  private final String asked;
  private final int hash;

  /** An agent at a platform. */
  record Subject(String tenant, String agentId) {

    Subject {
      if (agentId.isBlank()) {
        throw new IllegalArgumentException("nobody asks: an answer for nobody is one for all");
      }
    }
  }

  private QueryKey(Subject subject, String permissions, String asked) {
    this.subject = subject;
    this.permissions = permissions;
    this.asked = asked;
    this.hash = 31 * (31 * subject.hashCode() + permissions.hashCode()) + asked.hashCode();
  }

  /** Refuses a question with a hole in it, and one that could be mistaken for another. */
  public static QueryKey of(String tenant, String agentId, String permissions, HttpCall call)
      throws PlatformException {
    var asked = call.method() + " " + address(call) + "\n" + content(call);
    var hole = PLACEHOLDER.matcher(asked);
    if (hole.find()) {
      throw new Unresolved(hole.group(), "nothing has taken its place");
    }
    return new QueryKey(new Subject(tenant, agentId), permissions, asked);
  }

  private static String address(HttpCall call) {
    var query = call.uri().getRawQuery();
    var sorted =
        query == null
            ? ""
            : Arrays.stream(query.split("&")).sorted().collect(Collectors.joining("&", "?", ""));
    return call.uri().getRawPath() + sorted;
  }

  private static String content(HttpCall call) throws PlatformException {
    if (call.content().isEmpty()) {
      return "";
    }
    var content = call.content().get();
    boolean json = content.type().startsWith("application/json");
    return content.type() + "\n" + (json ? CanonicalJson.of(content.text()) : content.text());
  }

  Subject subject() {
    return subject;
  }

  int size() {
    return permissions.length() + asked.length();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof QueryKey that && hash == that.hash && same(that));
  }

  private boolean same(QueryKey that) {
    return asked.equals(that.asked)
        && subject.equals(that.subject)
        && permissions.equals(that.permissions);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Not what is asked: it names the agent. */
  @Override
  public String toString() {
    return "QueryKey[" + Integer.toHexString(hash) + "]";
  }
}
