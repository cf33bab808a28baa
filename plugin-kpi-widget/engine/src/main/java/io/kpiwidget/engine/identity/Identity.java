package io.kpiwidget.engine.identity;

import io.kpiwidget.engine.platform.Queue;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The agent as the platform knows them.
 *
 * @param permissions in the form {@code analytics:report:view}
 * @param queues sorted by id, so that equal memberships ask equal questions
 */
public record Identity(
    String agentId, String name, Set<String> permissions, List<Queue> queues, Zone zone) {

  /** The agent's zone, and who told it. */
  public record Zone(ZoneId id, Source source) {

    /** In the order of preference. */
    public enum Source {
      PLATFORM,
      DESKTOP,
      SYSTEM
    }
  }

  public Identity {
    permissions =
        permissions.stream().map(Identity::colons).collect(Collectors.toUnmodifiableSet());
    var byId = new TreeMap<String, Queue>();
    queues.forEach(queue -> byId.putIfAbsent(queue.id(), queue)); // a queue listed twice is one
    queues = List.copyOf(byId.values());
  }

  /** Whether the agent holds {@code permission}; a star stands for any word of three. */
  public boolean may(String permission) {
    return permissions.contains(permission)
        || permissions.stream().anyMatch(held -> covers(held, permission));
  }

  /** Changes when what the agent may see changes: a part of every cache key. */
  public String generation() {
    return String.join(",", new TreeSet<>(permissions));
  }

  // the guide writes "Analytics > Report > View", the platform's answers use colons
  private static String colons(String permission) {
    if (!permission.contains(">")) {
      return permission;
    }
    var joined = permission.replaceAll("\\s*>\\s*", ":").replace(" ", "");
    return joined.substring(0, 1).toLowerCase(Locale.ROOT) + lowerAfterColons(joined.substring(1));
  }

  private static String lowerAfterColons(String text) {
    var lower = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean first = i > 0 && text.charAt(i - 1) == ':';
      lower.append(first ? Character.toLowerCase(text.charAt(i)) : text.charAt(i));
    }
    return lower.toString();
  }

  private static boolean covers(String held, String wanted) {
    if (held.indexOf('*') < 0) {
      return false;
    }
    int have = 0;
    int want = 0;
    while (have >= 0 && want >= 0) {
      int haveEnd = end(held, have);
      int wantEnd = end(wanted, want);
      boolean any = haveEnd - have == 1 && held.charAt(have) == '*';
      if (!any && !held.substring(have, haveEnd).equals(wanted.substring(want, wantEnd))) {
        return false;
      }
      have = next(held, haveEnd);
      want = next(wanted, wantEnd);
    }
    return have == want;
  }

  private static int end(String words, int from) {
    int colon = words.indexOf(':', from);
    return colon < 0 ? words.length() : colon;
  }

  // where the next word begins; -1 after the last
  private static int next(String words, int end) {
    return end < words.length() ? end + 1 : -1;
  }
}
