package dev.akin.words.training;

import dev.akin.format.words.WordList;
import dev.akin.vector.FormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A graph as the neighbours of each node, in the order of their numbers, with weights. Twelve bytes
 * an edge and direction, and the names of the nodes. Immutable.
 */
public final class EdgeGraph {
  private final WordList nodes;

  /** Where the neighbours of a node end. */
  private final int[] ends;

  private final int[] neighbours;

  /** Weights of the neighbours of a node up to here. */
  private final double[] cumulated;

  private EdgeGraph(WordList nodes, int[] ends, int[] neighbours, double[] cumulated) {
    this.nodes = nodes;
    this.ends = ends;
    this.neighbours = neighbours;
    this.cumulated = cumulated;
  }

  /**
   * Reads a list of edges, plain or gzip: a line holds two nodes and, if it likes, a weight,
   * between blanks; lines that begin with {@code #} and empty ones are passed over. An edge that
   * stands twice has the sum of the weights; one from a node to itself is one edge.
   *
   * @param isDirected whether an edge leads from the first to the second only
   * @throws FormatException if a line is no edge or a weight no number above 0
   * @throws IllegalArgumentException if there is no edge
   */
  public static EdgeGraph read(Path file, boolean isDirected) throws IOException {
    var reader = new Reader(file, isDirected);
    new TextWords(file).read(reader);
    if (reader.count == 0) {
      throw new IllegalArgumentException(file + " holds no edges; there is nothing to learn");
    }
    return reader.graph();
  }

  /** How many nodes. */
  public int nodes() {
    return nodes.size();
  }

  /** How many edges, each direction counted. */
  public int edges() {
    return neighbours.length;
  }

  /** The name of a node. */
  byte[] name(int node) {
    return nodes.bytes(node);
  }

  /** The number of a node by its name. */
  int requireNode(String name) {
    return nodes.find(name).orElseThrow();
  }

  private int start(int node) {
    return node == 0 ? 0 : ends[node - 1];
  }

  /** How many neighbours a node has. */
  int degree(int node) {
    return ends[node] - start(node);
  }

  /** Whether an edge leads from a node to another. */
  boolean hasEdge(int from, int to) {
    return Arrays.binarySearch(neighbours, start(from), ends[from], to) >= 0;
  }

  /** A neighbour of a node that has one, drawn in proportion to the weights. */
  int drawNeighbour(int node, Draws draws) {
    int start = start(node);
    double drawn = draws.uniform() * cumulated[ends[node] - 1];
    int found = Arrays.binarySearch(cumulated, start, ends[node], drawn);
    // A sum that is met exactly belongs to the next neighbour.
    int at = found >= 0 ? found + 1 : -found - 1;
    return neighbours[Math.min(at, ends[node] - 1)];
  }

  private static final class Reader implements WordSource.Sink {
    private final Path file;
    private final boolean isDirected;
    private final WordList.Builder nodes = new WordList.Builder();
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private double[] weights = new double[1024];
    private int count;
    private long line = 1;
    private int fields;
    private int first;
    private int second;
    private double weight;
    private boolean isComment;

    Reader(Path file, boolean isDirected) {
      this.file = file;
      this.isDirected = isDirected;
    }

    @Override
    public void word(byte[] bytes, int start, int end) {
      isComment |= fields == 0 && bytes[start] == '#';
      if (!isComment) {
        switch (fields) {
          case 0 -> first = nodes.place(bytes, start, end);
          case 1 -> second = nodes.place(bytes, start, end);
          case 2 -> weight = weight(new String(bytes, start, end - start, StandardCharsets.UTF_8));
          default -> {}
        }
      }
      fields++;
    }

    private double weight(String text) {
      try {
        double value = Double.parseDouble(text);
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
          return value;
        }
      } catch (NumberFormatException _) {
        // Said below, with the text.
      }
      throw new FormatException(
          file + ", line " + line, "the weight is a number above 0, got '%s'".formatted(text));
    }

    @Override
    public void lineEnd() {
      if (fields != 0 && !isComment) {
        if (fields != 2 && fields != 3) {
          throw new FormatException(
              file + ", line " + line,
              "%d %s; an edge is two nodes and, if it has one, a weight, between blanks"
                  .formatted(fields, fields == 1 ? "field" : "fields"));
        }
        add(first, second, fields == 3 ? weight : 1);
        if (!isDirected && first != second) {
          add(second, first, fields == 3 ? weight : 1);
        }
      }
      fields = 0;
      isComment = false;
      line++;
    }

    private void add(int a, int b, double value) {
      if (count == from.length) {
        from = Arrays.copyOf(from, Math.multiplyExact(2, count));
        to = Arrays.copyOf(to, 2 * count);
        weights = Arrays.copyOf(weights, 2 * count);
      }
      from[count] = a;
      to[count] = b;
      weights[count++] = value;
    }

    EdgeGraph graph() {
      // Twice sorted by counting: by the end of an edge, then, keeping that order, by its start.
      int[] order = sorted(to, IntStream.range(0, count).toArray());
      order = sorted(from, order);
      int[] ends = new int[nodes.size()];
      int[] neighbours = new int[count];
      double[] cumulated = new double[count];
      int kept = 0;
      for (int i = 0; i < count; i++) {
        int edge = order[i];
        boolean isFirst = i == 0 || from[order[i - 1]] != from[edge];
        if (isFirst || to[order[i - 1]] != to[edge]) {
          neighbours[kept] = to[edge];
          cumulated[kept] = isFirst ? 0 : cumulated[kept - 1];
          kept++;
        }
        cumulated[kept - 1] += weights[edge];
        ends[from[edge]] = kept;
      }
      for (int node = 1; node < ends.length; node++) {
        ends[node] = Math.max(ends[node], ends[node - 1]);
      }
      return new EdgeGraph(
          nodes.build(), ends, Arrays.copyOf(neighbours, kept), Arrays.copyOf(cumulated, kept));
    }

    private int[] sorted(int[] keys, int[] order) {
      int[] places = new int[nodes.size() + 1];
      for (int i = 0; i < count; i++) {
        places[keys[i] + 1]++;
      }
      Arrays.parallelPrefix(places, Integer::sum);
      int[] result = new int[count];
      for (int edge : order) {
        result[places[keys[edge]]++] = edge;
      }
      return result;
    }
  }

  @Override
  public String toString() {
    return "EdgeGraph[%d nodes, %d edges]".formatted(nodes(), edges());
  }
}
