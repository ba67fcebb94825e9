package dev.akin.words.training;

import java.io.IOException;

/**
 * Walks over a graph as lines of words, the same each time they are read (node2vec, Grover and
 * Leskovec 2016; with p = q = 1 DeepWalk, Perozzi et al. 2014).
 *
 * <p>After a step from t to v, the walk goes on to a neighbour x with a probability in proportion
 * to the weight of the edge (v, x), times 1/p if x is t, times 1 if an edge leads from t to x,
 * times 1/q otherwise. It is drawn by rejection: no table an edge is held, and a step tries as many
 * neighbours as the greatest of these factors is times their mean. A walk ends early where no edge
 * leads on.
 */
public record GraphWalks(EdgeGraph graph, Options options) implements WordSource {
  /**
   * How walks go.
   *
   * @param walks from each node
   * @param length nodes of a walk
   * @param p return parameter: the higher, the more seldom a walk goes straight back
   * @param q in-out parameter: above 1 a walk stays near, below 1 it goes away
   * @param seed of all steps
   */
  public record Options(int walks, int length, double p, double q, long seed) {
    private static final double LEAST = 0.001;
    private static final double MOST = 1000;

    /** node2vec's: 10 walks of 80 nodes, p = q = 1; seed 1. */
    public static final Options USUAL = new Options(10, 80, 1, 1, 1);

    /** Refuses what no walk can do, naming the value. */
    public Options {
      requireWithin("walks from a node", walks, 1, 100_000);
      requireWithin("nodes of a walk", length, 2, 100_000);
      requireWithin("p", p, LEAST, MOST);
      requireWithin("q", q, LEAST, MOST);
    }

    private static void requireWithin(String name, double value, double least, double most) {
      if (!(value >= least && value <= most)) {
        throw new IllegalArgumentException(
            "%s: from %s to %s, got %s"
                .formatted(name, number(least), number(most), number(value)));
      }
    }

    private static String number(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }

  @Override
  public void read(Sink sink) throws IOException {
    for (int round = 0; round < options.walks; round++) {
      int[] starts = shuffled(Draws.of(options.seed, round));
      for (int start : starts) {
        walk(start, Draws.of(options.seed, ((round + 1L) << 32) | start), sink);
        sink.lineEnd();
      }
    }
  }

  private int[] shuffled(Draws draws) {
    int[] nodes = new int[graph.nodes()];
    for (int i = 0; i < nodes.length; i++) {
      int other = draws.below(i + 1);
      nodes[i] = nodes[other];
      nodes[other] = i;
    }
    return nodes;
  }

  private void walk(int start, Draws draws, Sink sink) throws IOException {
    int before = -1;
    int at = start;
    write(at, sink);
    for (int step = 1; step < options.length && graph.degree(at) > 0; step++) {
      int next = before < 0 ? graph.drawNeighbour(at, draws) : next(before, at, draws);
      write(next, sink);
      before = at;
      at = next;
    }
  }

  private void write(int node, Sink sink) throws IOException {
    byte[] name = graph.name(node);
    sink.word(name, 0, name.length);
  }

  /** The node after two. */
  int next(int before, int at, Draws draws) {
    double greatest = Math.max(1, Math.max(1 / options.p, 1 / options.q));
    while (true) {
      int drawn = graph.drawNeighbour(at, draws);
      double factor =
          drawn == before ? 1 / options.p : graph.hasEdge(before, drawn) ? 1 : 1 / options.q;
      if (draws.uniform() * greatest < factor) {
        return drawn;
      }
    }
  }

  @Override
  public String toString() {
    return "walks over " + graph;
  }
}
