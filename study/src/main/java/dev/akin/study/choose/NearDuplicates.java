package dev.akin.study.choose;

import dev.akin.text.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Documents that share half or more of their runs of three words (Jaccard), found by min-wise
 * hashing in bands (Broder 1997): a pair of that likeness is missed with a probability of (1 −
 * 0.5²)³², one in ten thousand. O(documents × words × hashes).
 */
final class NearDuplicates {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int WORDS = 3;
  private static final int BANDS = 32;
  private static final int ROWS = 2;
  private static final double LEAST = 0.5;

  /** Shorter texts are alike by chance. */
  private static final int LEAST_RUNS = 5;

  /** Two documents of a band's bucket are compared with its first ones only. */
  private static final int MOST_COMPARED = 8;

  private NearDuplicates() {}

  /** The first of each group to the others like it; no document stands in two groups. */
  static Map<String, List<String>> groups(List<Document> documents) {
    List<Set<Long>> runs = documents.stream().map(NearDuplicates::runs).toList();
    Map<Long, List<Integer>> buckets = new HashMap<>();
    int[] first = new int[documents.size()];
    Arrays.setAll(first, i -> i);
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).size() < LEAST_RUNS) {
        continue;
      }
      for (long band : bands(runs.get(i))) {
        List<Integer> bucket = buckets.computeIfAbsent(band, _ -> new ArrayList<>());
        for (int other : bucket.subList(0, Math.min(MOST_COMPARED, bucket.size()))) {
          if (first[i] == i && first[other] == other && isAlike(runs.get(i), runs.get(other))) {
            first[i] = other;
          }
        }
        bucket.add(i);
      }
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (int i = 0; i < first.length; i++) {
      if (first[i] != i) {
        groups
            .computeIfAbsent(documents.get(first[i]).id(), _ -> new ArrayList<>())
            .add(documents.get(i).id());
      }
    }
    return groups;
  }

  private static Set<Long> runs(Document document) {
    String[] words =
        NO_WORD
            .splitAsStream(document.text().toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    Set<Long> runs = new HashSet<>();
    for (int i = 0; i + WORDS <= words.length; i++) {
      long hash = 1;
      for (int j = i; j < i + WORDS; j++) {
        hash = mixed(hash * 31 + words[j].hashCode());
      }
      runs.add(hash);
    }
    return runs;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static long[] bands(Set<Long> runs) {
    long[] bands = new long[BANDS];
    for (int b = 0; b < BANDS; b++) {
      long band = b;
      for (int r = 0; r < ROWS; r++) {
        long salt = mixed((long) b * ROWS + r);
        long least = Long.MAX_VALUE;
        for (long run : runs) {
          least = Math.min(least, mixed(run ^ salt));
        }
        band = mixed(band * 31 + least);
      }
      bands[b] = band;
    }
    return bands;
  }

  private static boolean isAlike(Set<Long> a, Set<Long> b) {
    long common = a.stream().filter(b::contains).count();
    return common >= LEAST * (a.size() + b.size() - common);
  }
}
