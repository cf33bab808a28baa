package io.kpiwidget.engine.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
final class Suggestion {

  private Suggestion() {}

  /** The nearest of {@code known} when it is near enough to be a slip. */
  static Optional<String> nearest(String word, Collection<String> known) {
    int slips = Math.max(1, Math.min(3, word.length() / 3));
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(word, k)))
        .filter(k -> distance(word, k) <= slips);
  }

  /** "Did you mean …?", or the words that would do. */
  static String sentence(String word, Collection<String> known) {
    return nearest(word, known)
        .map(k -> "Did you mean \"" + k + "\"?")
        .orElse("Use one of: " + String.join(", ", known) + ".");
  }

  private static int distance(String a, String b) {
    var left = a.toLowerCase(Locale.ROOT);
    var right = b.toLowerCase(Locale.ROOT);
    var row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      next(row, left.charAt(i - 1), right, i);
    }
    return row[right.length()];
  }

  // one row of Levenshtein's table, in place
  private static void next(int[] row, char c, String right, int i) {
    int diagonal = row[0];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int above = row[j];
      int change = diagonal + (c == right.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
      diagonal = above;
    }
  }
}
