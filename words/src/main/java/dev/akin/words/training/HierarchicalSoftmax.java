package dev.akin.words.training;

import java.util.Arrays;

/**
 * Each word by the decisions on its way from the root of a Huffman tree (Morin and Bengio 2005;
 * Mikolov et al. 2013, section 2.1): code 0 is observed as 1, code 1 as 0, as word2vec.c does. The
 * inner nodes, in the order they are made, are the rows of the output table: one fewer than words.
 */
final class HierarchicalSoftmax implements Objective {
  private final int[][] nodes;
  private final boolean[][] codes;
  private final int longest;

  /** Of words in falling order of their counts. */
  HierarchicalSoftmax(long[] counts) {
    int n = counts.length;
    long[] weight = Arrays.copyOf(counts, 2 * n - 1);
    int[] parent = new int[2 * n - 1];
    boolean[] isOne = new boolean[2 * n - 1];
    int leaf = n - 1;
    int inner = n;
    for (int made = n; made < 2 * n - 1; made++) {
      for (int child = 0; child < 2; child++) {
        int lightest =
            leaf >= 0 && (inner >= made || weight[leaf] < weight[inner]) ? leaf-- : inner++;
        weight[made] += weight[lightest];
        parent[lightest] = made;
        isOne[lightest] = child == 1;
      }
    }
    nodes = new int[n][];
    codes = new boolean[n][];
    int deepest = 0;
    for (int word = 0; word < n; word++) {
      int depth = 0;
      for (int at = word; at != 2 * n - 2; at = parent[at]) {
        depth++;
      }
      nodes[word] = new int[depth];
      codes[word] = new boolean[depth];
      for (int at = word, d = depth - 1; d >= 0; at = parent[at], d--) {
        nodes[word][d] = parent[at] - n;
        codes[word][d] = isOne[at];
      }
      deepest = Math.max(deepest, depth);
    }
    longest = deepest;
  }

  /** The inner nodes from the root to a word. */
  int[] nodes(int word) {
    return nodes[word];
  }

  /** At each of the nodes, whether the way goes on by code 1. */
  boolean[] codes(int word) {
    return codes[word];
  }

  @Override
  public void predict(Tile tile, int word, int fromInput, int toInput) {
    int[] path = nodes[word];
    for (int d = 0; d < path.length; d++) {
      int output = tile.addOutput(path[d]);
      for (int input = fromInput; input < toInput; input++) {
        tile.observe(input, output, codes[word][d] ? 0 : 1, 1);
      }
    }
  }

  @Override
  public void finish(Tile tile, Draws draws) {}

  @Override
  public int mostOutputs(int targets) {
    return Math.multiplyExact(targets, longest);
  }
}
