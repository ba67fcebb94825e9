package dev.akin.text.tokenizer;

import java.util.Arrays;

/**
 * Strings with a number each, found unit by unit: a trie whose edges stand in one hash table.
 *
 * <p>Immutable once built; safe for many threads. A step costs one probe or two.
 */
final class CharTrie {
  static final int ROOT = 0;
  static final int NO_NODE = -1;
  static final int NO_VALUE = -1;

  private long[] edges = new long[1 << 10];
  private int[] children = new int[1 << 10];
  private int edgeCount;
  private int[] values = {NO_VALUE};
  private int[] depths = {0};
  private int nodeCount = 1;

  /** Adds a string; the last number given to it counts. Only while the trie is built. */
  void put(CharSequence text, int value) {
    int node = ROOT;
    for (int i = 0; i < text.length(); i++) {
      node = childOrNew(node, text.charAt(i));
    }
    values[node] = value;
  }

  /** The node one unit further, or {@link #NO_NODE}. */
  int child(int node, char unit) {
    long edge = edge(node, unit);
    long[] table = edges;
    int mask = table.length - 1;
    for (int slot = slot(edge, mask); ; slot = (slot + 1) & mask) {
      long found = table[slot];
      if (found == edge) {
        return children[slot];
      }
      if (found == 0) {
        return NO_NODE;
      }
    }
  }

  /** The number of the string that ends at a node, or {@link #NO_VALUE}. */
  int value(int node) {
    return values[node];
  }

  /** How many units lead to a node. */
  int depth(int node) {
    return depths[node];
  }

  /** The node reached from the root by a string, or {@link #NO_NODE}. */
  int find(CharSequence text) {
    int node = ROOT;
    for (int i = 0; i < text.length() && node != NO_NODE; i++) {
      node = child(node, text.charAt(i));
    }
    return node;
  }

  /** Never 0, which marks a free slot. */
  private static long edge(int node, char unit) {
    return ((node + 1L) << 16) | unit;
  }

  private static int slot(long edge, int mask) {
    return (int) ((edge * 0x9E3779B97F4A7C15L) >>> 32) & mask;
  }

  private int childOrNew(int node, char unit) {
    int child = child(node, unit);
    if (child != NO_NODE) {
      return child;
    }
    if (2 * (edgeCount + 1) > edges.length) {
      growEdges();
    }
    insert(edge(node, unit), nodeCount);
    edgeCount++;
    if (nodeCount == values.length) {
      values = Arrays.copyOf(values, 2 * nodeCount);
      depths = Arrays.copyOf(depths, 2 * nodeCount);
      Arrays.fill(values, nodeCount, values.length, NO_VALUE);
    }
    depths[nodeCount] = depths[node] + 1;
    return nodeCount++;
  }

  private void insert(long edge, int child) {
    int mask = edges.length - 1;
    int slot = slot(edge, mask);
    while (edges[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    edges[slot] = edge;
    children[slot] = child;
  }

  private void growEdges() {
    long[] oldEdges = edges;
    int[] oldChildren = children;
    edges = new long[2 * oldEdges.length];
    children = new int[edges.length];
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldEdges[i] != 0) {
        insert(oldEdges[i], oldChildren[i]);
      }
    }
  }
}
