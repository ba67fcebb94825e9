package dev.akin.words.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.text.FormatException;
import dev.akin.vector.Matrix;
import dev.akin.words.Tables;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.KnowledgeGraph.Triple;
import dev.akin.words.geometry.Retrofitting.Fitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits to graphs; what they come to is compared with the solution of the linear system. */
class RetrofittingTest {
  private static final int WORDS = 25;
  private static final int UNSEEN = 4;
  private static final int CELLS = 6;
  private static final Map<String, Double> WEIGHTS = Map.of("isa", 2.0, "part", 0.5);

  @TempDir Path folder;

  private static KnowledgeGraph graph(SplittableRandom random) {
    Set<Triple> triples = new LinkedHashSet<>();
    List<String> relations = List.of("isa", "part", "near");
    for (int i = 0; i < 60; i++) {
      String relation = relations.get(i % 3);
      triples.add(new Triple("w" + random.nextInt(20), relation, "w" + random.nextInt(20)));
    }
    for (int i = 0; i < UNSEEN; i++) {
      // The last is two steps from the table.
      String tail = i == UNSEEN - 1 ? "u0" : "w" + random.nextInt(20);
      triples.add(new Triple("u" + i, "isa", tail));
    }
    return new KnowledgeGraph(triples, WEIGHTS).symmetric();
  }

  /** w of the two terms of a graph, summed over its triples; from the definition alone. */
  private static double[][] weights(KnowledgeGraph graph, Fitted fitted) {
    int size = fitted.words().size();
    double[][] weights = new double[size][size];
    for (Triple triple : graph.triples()) {
      int head = fitted.words().find(triple.head()).orElseThrow();
      int tail = fitted.words().find(triple.tail()).orElseThrow();
      weights[head][tail] += head == tail ? 0 : WEIGHTS.getOrDefault(triple.relation(), 1.0);
    }
    return weights;
  }

  private static double sum(double[] row) {
    double sum = 0;
    for (double cell : row) {
      sum += cell;
    }
    return sum;
  }

  /** Σ α dᵢ‖qᵢ − q̂ᵢ‖² over words of the table, and Σ wᵢⱼ‖qᵢ − qⱼ‖² over pairs. */
  private static double objective(double[][] weights, double alpha, Matrix own, Matrix rows) {
    double objective = 0;
    for (int i = 0; i < weights.length; i++) {
      if (i < own.rows()) {
        objective += alpha * sum(weights[i]) * square(own.copyRow(i), rows.copyRow(i));
      }
      for (int j = 0; j < i; j++) {
        objective += weights[i][j] * square(rows.copyRow(i), rows.copyRow(j));
      }
    }
    return objective;
  }

  private static double square(float[] a, float[] b) {
    double square = 0;
    for (int c = 0; c < a.length; c++) {
      square += ((double) a[c] - b[c]) * ((double) a[c] - b[c]);
    }
    return square;
  }

  @Test
  void theObjectiveFallsInEachRound() {
    Seeds.forEach(
        5,
        random -> {
          KnowledgeGraph graph = graph(random);
          try (WordVectors vectors = Tables.random(random, WORDS, CELLS)) {
            double last = Double.POSITIVE_INFINITY;
            for (int rounds = 1; rounds <= 8; rounds++) {
              try (Fitted fitted = new Retrofitting(rounds, 0.7).fit(vectors, graph)) {
                double[][] weights = weights(graph, fitted);
                double objective = objective(weights, 0.7, vectors.unitRows(WORDS), fitted.rows());
                assertThat(objective).isLessThan(last);
                last = objective;
              }
            }
          }
        });
  }

  @Test
  void manyRoundsComeToTheSolutionOfTheLinearSystem() {
    Seeds.forEach(
        5,
        random -> {
          KnowledgeGraph graph = graph(random);
          double alpha = 0.2 + random.nextDouble();
          try (WordVectors vectors = Tables.random(random, WORDS, CELLS);
              Fitted fitted = new Retrofitting(400, alpha).fit(vectors, graph)) {
            assertThat(fitted.rows().rows()).isEqualTo(WORDS + UNSEEN);
            double[][] solution = solution(weights(graph, fitted), alpha, vectors.unitRows(WORDS));
            for (int i = 0; i < solution.length; i++) {
              for (int c = 0; c < CELLS; c++) {
                assertThat(fitted.rows().get(i, c))
                    .isCloseTo((float) solution[i][c], within(1e-5f));
              }
            }
          }
        });
  }

  /** Q of (A + L) Q = A Q̂ by elimination, A with α dᵢ, and 0 for terms without a vector. */
  private static double[][] solution(double[][] weights, double alpha, Matrix own) {
    int size = weights.length;
    double[][] system = new double[size][size + CELLS];
    for (int i = 0; i < size; i++) {
      double degree = sum(weights[i]);
      // Words that no triple names stay where they are.
      double kept = degree == 0 ? 1 : i < own.rows() ? alpha * degree : 0;
      for (int j = 0; j < size; j++) {
        system[i][j] = -weights[i][j];
      }
      system[i][i] = kept + degree;
      for (int c = 0; c < CELLS && i < own.rows(); c++) {
        system[i][size + c] = kept * own.get(i, c);
      }
    }
    for (int pivot = 0; pivot < size; pivot++) {
      for (int i = 0; i < size; i++) {
        double factor = i == pivot ? 0 : system[i][pivot] / system[pivot][pivot];
        for (int j = 0; j < size + CELLS; j++) {
          system[i][j] -= factor * system[pivot][j];
        }
      }
    }
    double[][] solution = new double[size][CELLS];
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < CELLS; c++) {
        solution[i][c] = system[i][size + c] / system[i][i];
      }
    }
    return solution;
  }

  @Test
  void relationsPullByTheirWeightsAndOneWay() {
    Map<String, Double> weights = new LinkedHashMap<>(Map.of("isa", 3.0, "noise", 0.0));
    KnowledgeGraph graph =
        new KnowledgeGraph(
            Set.of(
                new Triple("a", "isa", "b"),
                new Triple("a", "near", "c"),
                new Triple("c", "noise", "b")),
            weights);
    try (WordVectors vectors =
            Tables.of(
                List.of("a", "b", "c"),
                new float[] {2, 0, 0},
                new float[] {0, 5, 0},
                new float[] {0, 0, 1});
        Fitted fitted = new Retrofitting(1, 1).fit(vectors, graph);
        Fitted longer = new Retrofitting(1, 1, true).fit(vectors, graph)) {
      // (a + (3b + c) / 4) / 2.
      assertThat(fitted.rows().copyRow(0))
          .containsExactly(new float[] {0.5f, 0.375f, 0.125f}, within(1e-6f));
      assertThat(fitted.rows().copyRow(1)).containsExactly(0, 1, 0);
      assertThat(fitted.rows().copyRow(2)).containsExactly(0, 0, 1);
      assertThat(fitted.moved()).isEqualTo(1);
      assertThat(fitted.links()).isEqualTo(2);
      float scale = (float) (2 / Math.sqrt(0.25 + 0.140625 + 0.015625));
      assertThat(longer.rows().copyRow(0))
          .containsExactly(
              new float[] {0.5f * scale, 0.375f * scale, 0.125f * scale}, within(1e-5f));
      assertThat(longer.rows().copyRow(1)).containsExactly(new float[] {0, 5, 0}, within(1e-5f));
    }
  }

  @Test
  void termsWithoutAVectorStartAtTheirWordsOrAtTheirNeighbours() {
    Set<Triple> triples = new LinkedHashSet<>();
    triples.add(new Triple("heart attack", "isa", "disease"));
    triples.add(new Triple("big heart", "isa", "disease"));
    triples.add(new Triple("infarct", "isa", "disease"));
    triples.add(new Triple("infarct", "isa", "heart_attack"));
    triples.add(new Triple("stemi", "isa", "infarct"));
    triples.add(new Triple("x", "isa", "y"));
    triples.add(new Triple("disease", "isa", "x"));
    try (WordVectors vectors =
            Tables.of(
                List.of("heart", "attack", "disease", "big_heart"),
                new float[] {2, 0, 0},
                new float[] {0, 4, 0},
                new float[] {0, 0, 1},
                new float[] {0, 6, 0});
        Fitted fitted =
            new Retrofitting(1, 1, true).fit(vectors, new KnowledgeGraph(triples, Map.of()))) {
      // Nothing that has a row pulls x and y; big heart is a word of the table.
      assertThat(fitted.leftOut()).isEqualTo(2);
      assertThat(fitted.words().size()).isEqualTo(7);
      // Pulled by disease: ((1, 1, 0) / √2 + (0, 0, 1)) / 2, as long as its words are on average.
      float side = (float) (3 / 2.0);
      float[] attack = fitted.rows().copyRow(fitted.words().find("heart_attack").orElseThrow());
      assertThat(attack)
          .containsExactly(new float[] {side, side, (float) (3 / Math.sqrt(2))}, within(1e-5f));
      // α = 0: the mean of disease and of the heart attack, made just before.
      float[] infarct = fitted.rows().copyRow(fitted.words().find("infarct").orElseThrow());
      float root = (float) Math.sqrt(0.5);
      double half = root / 4;
      double third = 0.75;
      double scale = 2 / Math.sqrt(2 * half * half + third * third);
      assertThat(infarct)
          .containsExactly(
              new float[] {(float) (half * scale), (float) (half * scale), (float) (third * scale)},
              within(1e-4f));
      assertThat(fitted.rows().copyRow(fitted.words().find("stemi").orElseThrow()))
          .containsExactly(infarct, within(1e-4f));
      assertThat(fitted.rows().copyRow(3)[2]).isGreaterThan(0);
    }
  }

  @Test
  void triplesAreReadWithTheirWeightsAndMistakesNameTheirPlace() throws IOException {
    Path file = folder.resolve("graph.tsv");
    Files.writeString(
        file, "# UMLS\nheart attack\tisa\tdisease\nheart attack\tisa\tdisease\nlung\tpart\tbody\n");
    KnowledgeGraph graph = KnowledgeGraph.read(file);
    assertThat(graph.triples())
        .containsExactly(
            new Triple("heart attack", "isa", "disease"), new Triple("lung", "part", "body"));
    assertThat(graph.symmetric().triples()).hasSize(4);
    Path weights = Files.writeString(folder.resolve("weights.tsv"), "isa\t2.5\n");
    assertThat(graph.weighted(weights).weights()).containsExactly(Map.entry("isa", 2.5));

    assertRefused(() -> read("a\tisa\tb\na\tb\n"), "t.tsv:2: 2 columns where head<TAB>relation");
    assertRefused(() -> read("a isa b\n"), "t.tsv:1: 1 columns where");
    assertRefused(() -> read("a\tisa\tb\tc\n"), "t.tsv:1: 4 columns where");
    assertRefused(() -> read("a\t\tb\n"), "t.tsv:1: 3 columns where");
    assertRefused(() -> read("# nothing\n"), "t.tsv: no triples in this file");
    assertRefused(() -> graph.weighted(write("isa\ttwo\n")), "t.tsv:1: a weight is a number");
    assertRefused(
        () -> graph.weighted(write("isa\t1\nisa\t2\n")),
        "t.tsv:2: the relation 'isa' stands twice");
    assertRefused(
        () -> graph.weighted(write("isaa\t1\n")),
        "t.tsv: no triple has the relation 'isaa'; there are [isa, part]");
    assertRefused(() -> graph.weighted(write("isa\t-1\n")), "is 0 or more, got -1.0");
    assertRefused(() -> graph.weighted(write("isa\tNaN\n")), "is 0 or more, got NaN");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("t.tsv"), text);
  }

  private KnowledgeGraph read(String text) throws IOException {
    return KnowledgeGraph.read(write(text));
  }

  private static void assertRefused(ThrowingCallable reading, String problem) {
    assertThatThrownBy(reading).isInstanceOf(FormatException.class).hasMessageContaining(problem);
  }

  @Test
  void aGraphOfOtherTermsIsRefused() {
    KnowledgeGraph graph =
        new KnowledgeGraph(
            Set.of(new Triple("x", "isa", "y"), new Triple("a", "isa", "a")), Map.of());
    try (WordVectors vectors = Tables.of(List.of("a"), new float[] {1, 0})) {
      assertThatThrownBy(() -> new Retrofitting(1, 1).fit(vectors, graph))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no two connected words of the graph are among the 1 words");
    }
  }
}
