package dev.akin.eval.significance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Letters such that two members share one exactly when they were not separated: insert and absorb
 * (Piepho 2004). Each letter is a set of members none of whom are separated. Not for many threads.
 */
final class LetterDisplay {
  private static final int ALPHABET = 26;

  private List<BitSet> sets;

  /** All members share the one letter. */
  LetterDisplay(int members) {
    BitSet all = new BitSet();
    all.set(0, members);
    sets = List.of(all);
  }

  /** Two members get no letter in common; other pairs keep what they share. */
  void separate(int a, int b) {
    List<BitSet> split = new ArrayList<>();
    for (BitSet set : sets) {
      if (set.get(a) && set.get(b)) {
        split.add(without(set, a));
        split.add(without(set, b));
      } else {
        split.add(set);
      }
    }
    sets = absorbed(split);
  }

  private static BitSet without(BitSet set, int member) {
    BitSet copy = (BitSet) set.clone();
    copy.clear(member);
    return copy;
  }

  /** Without the sets that another holds; of equal ones the first stays. */
  private static List<BitSet> absorbed(List<BitSet> all) {
    List<BitSet> kept = new ArrayList<>();
    List<BitSet> largestFirst = new ArrayList<>(all);
    largestFirst.sort(Comparator.comparingInt(BitSet::cardinality).reversed());
    for (BitSet set : largestFirst) {
      if (kept.stream().noneMatch(larger -> holds(larger, set))) {
        kept.add(set);
      }
    }
    return kept;
  }

  private static boolean holds(BitSet outer, BitSet inner) {
    BitSet rest = (BitSet) inner.clone();
    rest.andNot(outer);
    return rest.isEmpty();
  }

  /** A member's letters in order: the letter of the first members is a. */
  String letters(int member) {
    List<BitSet> ordered =
        sets.stream()
            .sorted(
                Comparator.<BitSet>comparingInt(set -> set.nextSetBit(0))
                    .thenComparingInt(BitSet::length))
            .toList();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i).get(member)) {
        letters.append((char) ('a' + i % ALPHABET)).append("'".repeat(i / ALPHABET));
      }
    }
    return letters.toString();
  }
}
