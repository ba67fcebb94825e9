package dev.akin.words.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.format.words.WordList;
import dev.akin.testkit.Seeds;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Matrix;
import dev.akin.vector.transform.Alignment;
import dev.akin.vector.transform.ConceptEdit;
import dev.akin.vector.transform.ConceptErasure;
import dev.akin.vector.transform.ConceptFilter;
import dev.akin.vector.transform.PrincipalAxes;
import dev.akin.vector.transform.Subspace;
import dev.akin.vector.transform.Transform;
import dev.akin.words.Tables;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.Debiasing.WordPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an operation on a space may not depend on: the axes that rows are written in, op(EQ) =
 * op(E)Q for every orthogonal Q, and the order in which words stand.
 */
class InvarianceTest {
  private static final int WORDS = 60;
  private static final int CELLS = 10;

  /**
   * Rows are float32, as are steps of an operation; conditions of what is inverted are below 10².
   */
  private static final double TOLERANCE = 2e-4;

  /** Operations, each with its words named, so that it finds them wherever they stand. */
  enum Operation {
    CENTRING {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        return mapped(vectors, Transform::centre);
      }
    },
    ALL_BUT_THE_TOP {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        return mapped(vectors, rows -> PrincipalAxes.fit(rows).allButTheTop(2));
      }
    },
    ZCA_WHITENING {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        return mapped(vectors, rows -> PrincipalAxes.fit(rows).zca());
      }
    },
    REJECTION {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        try (Matrix unwanted = some(vectors, 0, 3)) {
          return mapped(vectors, _ -> Subspace.spannedBy(unwanted).rejection(0.7));
        }
      }
    },
    LEAST_SQUARES_ERASURE {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        int[] classes =
            IntStream.range(0, vectors.size())
                .map(i -> Integer.parseInt(vectors.words().word(i).substring(1)) % 3)
                .toArray();
        return mapped(vectors, rows -> ConceptErasure.fit(rows, classes));
      }
    },
    CONCEPT_EDIT {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        try (Matrix concepts = some(vectors, 0, 2);
            Matrix targets = some(vectors, 2, 4);
            Matrix preserved = some(vectors, 4, 20)) {
          return mapped(vectors, _ -> ConceptEdit.USUAL.fit(concepts, targets, preserved));
        }
      }
    },
    REPEATED_CONCEPT_EDIT {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        try (Matrix concepts = some(vectors, 0, 2);
            Matrix targets = some(vectors, 2, 4);
            Matrix preserved = some(vectors, 4, 20)) {
          return mapped(
              vectors,
              _ ->
                  ConceptEdit.USUAL
                      .iterated(List.of(), concepts, targets, preserved, 2)
                      .getLast()
                      .edit());
        }
      }
    },
    CONCEPT_FILTER {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        // Fewer tokens than cells, so that what they span is not everything; without a margin
        // about half of them are filtered.
        List<String> words = names(vectors, 10, 17);
        try (Matrix concept = some(vectors, 0, 2);
            Matrix tokens = vectors.unitRows(vectors.size()).take(ordinals(vectors, words))) {
          var filtered = new ConceptFilter(Subspace.spannedBy(concept), 0).apply(tokens);
          Map<String, float[]> rows = new LinkedHashMap<>();
          for (int i = 0; i < words.size(); i++) {
            rows.put(words.get(i), filtered.rows().get(i));
          }
          return rows;
        }
      }
    },
    PROCRUSTES {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        return mapped(vectors, rows -> Alignment.procrustes(rows, rows, pairs(vectors)).source());
      }
    },
    LEAST_SQUARES {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        return mapped(
            vectors, rows -> Alignment.leastSquares(rows, rows, pairs(vectors), 0.1).source());
      }
    },
    HARD_DEBIASING {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        Matrix rows = debiasing(vectors).apply(vectors, SPECIFIC, List.of(pair(20), pair(30)));
        return closed(vectors.words(), rows);
      }
    },
    SOFT_DEBIASING {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        return closed(vectors.words(), debiasing(vectors).applySoftly(vectors, SPECIFIC, 2));
      }
    },
    RETROFITTING {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        // Rows are updated one after the other; what they come to does not depend on the order.
        return closed(
            vectors.words(), new Retrofitting(80, 1).fit(vectors, lexicon(0).symmetric()).rows());
      }
    },
    RETROFITTING_TO_A_GRAPH {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        Set<KnowledgeGraph.Triple> triples = new LinkedHashSet<>();
        for (int i = 0; i < 20; i++) {
          triples.add(new KnowledgeGraph.Triple("w" + i, "near", "w" + (i + 3)));
          triples.add(new KnowledgeGraph.Triple("w" + i, "far", "w" + (i + 20)));
          triples.add(new KnowledgeGraph.Triple("w" + i, "near", "unseen" + i % 4));
        }
        triples.add(new KnowledgeGraph.Triple("w40 w41", "near", "w42"));
        var graph = new KnowledgeGraph(triples, Map.of("far", 0.3)).symmetric();
        Retrofitting.Fitted fitted = new Retrofitting(120, 1).fit(vectors, graph);
        return closed(fitted.words(), fitted.rows());
      }
    },
    COUNTER_FITTING {
      @Override
      Map<String, float[]> apply(WordVectors vectors) {
        CounterFitting fitting = new CounterFitting(20, 0.1, 0.5, new ExactScan(1));
        return closed(vectors.words(), fitting.fit(vectors, lexicon(0), lexicon(7)).rows());
      }
    };

    private static final Set<String> SPECIFIC = Set.of("w0", "w1", "w2", "w3", "w50");

    abstract Map<String, float[]> apply(WordVectors vectors);

    /** A map that is fitted on all rows, applied to them. */
    private static Map<String, float[]> mapped(WordVectors vectors, Fitting fitting) {
      Matrix rows = vectors.unitRows(vectors.size());
      return closed(vectors.words(), fitting.fit(rows).apply(rows));
    }

    private static Map<String, float[]> closed(WordList words, Matrix rows) {
      try (rows) {
        Map<String, float[]> byWord = new LinkedHashMap<>();
        for (int i = 0; i < rows.rows(); i++) {
          byWord.put(words.word(i), rows.copyRow(i));
        }
        return byWord;
      }
    }

    private static Debiasing debiasing(WordVectors vectors) {
      return Debiasing.fit(vectors, List.of(pair(0), pair(2), pair(4)), 2);
    }

    private static WordPair pair(int first) {
      return new WordPair("w" + first, "w" + (first + 1));
    }

    private static Alignment.Pairs pairs(WordVectors vectors) {
      List<String> words = IntStream.range(0, WORDS).mapToObj(i -> "w" + i).toList();
      int[] all = ordinals(vectors, words);
      return new Alignment.Pairs(
          IntStream.range(0, WORDS / 2).map(i -> all[2 * i]).toArray(),
          IntStream.range(0, WORDS / 2).map(i -> all[2 * i + 1]).toArray());
    }

    /** A ring of words, each connected with the next but few. */
    private static Lexicon lexicon(int shift) {
      Map<String, Set<String>> links = new LinkedHashMap<>();
      for (int i = 0; i < 20; i++) {
        links.put("w" + i, Set.of("w" + (i + 3 + shift), "w" + (i + 5 + shift)));
      }
      return new Lexicon(links);
    }

    private static Matrix some(WordVectors vectors, int from, int to) {
      return vectors.unitRows(vectors.size()).take(ordinals(vectors, names(vectors, from, to)));
    }

    private static List<String> names(WordVectors vectors, int from, int to) {
      assertThat(vectors.size()).isGreaterThanOrEqualTo(to);
      return IntStream.range(from, to).mapToObj(i -> "w" + i).toList();
    }

    private static int[] ordinals(WordVectors vectors, List<String> words) {
      return words.stream().mapToInt(word -> vectors.find(word).orElseThrow()).toArray();
    }
  }

  private interface Fitting {
    Transform fit(Matrix rows);
  }

  /** Words around a common direction, longer along some axes than along others. */
  private static float[][] table(SplittableRandom random) {
    float[][] rows = new float[WORDS][CELLS];
    for (float[] row : rows) {
      for (int c = 0; c < CELLS; c++) {
        row[c] = (float) (0.5 + (1 + c % 3) * random.nextGaussian());
      }
    }
    return rows;
  }

  /** An orthogonal matrix of chance, by Gram and Schmidt. */
  private static double[][] rotation(SplittableRandom random) {
    double[][] q = new double[CELLS][CELLS];
    for (int i = 0; i < CELLS; i++) {
      for (int c = 0; c < CELLS; c++) {
        q[i][c] = random.nextGaussian();
      }
      for (int j = 0; j < i; j++) {
        double along = dot(q[i], q[j]);
        for (int c = 0; c < CELLS; c++) {
          q[i][c] -= along * q[j][c];
        }
      }
      double norm = Math.sqrt(dot(q[i], q[i]));
      for (int c = 0; c < CELLS; c++) {
        q[i][c] /= norm;
      }
    }
    return q;
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
  }

  /** xQ. */
  private static float[] turned(float[] row, double[][] q) {
    float[] turned = new float[CELLS];
    for (int c = 0; c < CELLS; c++) {
      double sum = 0;
      for (int i = 0; i < CELLS; i++) {
        sum += row[i] * q[i][c];
      }
      turned[c] = (float) sum;
    }
    return turned;
  }

  private static Map<String, float[]> applied(Operation operation, float[][] rows, int[] order) {
    List<String> words = new ArrayList<>();
    float[][] ordered = new float[order.length][];
    for (int i = 0; i < order.length; i++) {
      words.add("w" + order[i]);
      ordered[i] = rows[order[i]];
    }
    try (WordVectors vectors = Tables.of(words, ordered)) {
      return operation.apply(vectors);
    }
  }

  private static int[] asWritten() {
    return IntStream.range(0, WORDS).toArray();
  }

  /** The largest distance of two rows of one word, as a share of the longest row. */
  private static double distance(Map<String, float[]> a, Map<String, float[]> b) {
    assertThat(a.keySet()).containsExactlyInAnyOrderElementsOf(b.keySet());
    double largest = 0;
    double longest = 0;
    for (Map.Entry<String, float[]> entry : a.entrySet()) {
      float[] other = Objects.requireNonNull(b.get(entry.getKey()));
      double square = 0;
      double length = 0;
      for (int c = 0; c < CELLS; c++) {
        square += Math.pow((double) entry.getValue()[c] - other[c], 2);
        length += Math.pow(entry.getValue()[c], 2);
      }
      largest = Math.max(largest, Math.sqrt(square));
      longest = Math.max(longest, Math.sqrt(length));
    }
    return largest / longest;
  }

  private static Map<String, float[]> turned(Map<String, float[]> rows, double[][] q) {
    Map<String, float[]> turned = new LinkedHashMap<>();
    rows.forEach((word, row) -> turned.put(word, turned(row, q)));
    return turned;
  }

  @ParameterizedTest
  @EnumSource
  void theAxesThatRowsAreWrittenInDoNotMatter(Operation operation) {
    Seeds.forEach(
        5,
        random -> {
          float[][] rows = table(random);
          double[][] q = rotation(random);
          float[][] rotated = new float[WORDS][];
          for (int i = 0; i < WORDS; i++) {
            rotated[i] = turned(rows[i], q);
          }
          Map<String, float[]> plain = applied(operation, rows, asWritten());
          assertThat(distance(turned(plain, q), applied(operation, rotated, asWritten())))
              .isLessThan(TOLERANCE);
          // What does nothing, and what forgets to turn, would not be told from the right thing.
          Map<String, float[]> before = unit(rows, plain);
          plain.keySet().retainAll(before.keySet());
          assertThat(distance(plain, before)).isGreaterThan(0.05);
          assertThat(distance(plain, turned(plain, q))).isGreaterThan(0.5);
        });
  }

  /** The rows of length 1 of the words that an operation gave. */
  private static Map<String, float[]> unit(float[][] rows, Map<String, float[]> like) {
    Map<String, float[]> unit = new LinkedHashMap<>();
    for (String word : like.keySet()) {
      if (word.matches("w\\d+")) {
        float[] row = rows[Integer.parseInt(word.substring(1))];
        unit.put(word, Transform.unitLength(CELLS).apply(row));
      }
    }
    return unit;
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfWordsDoesNotMatter(Operation operation) {
    Seeds.forEach(
        5,
        random -> {
          float[][] rows = table(random);
          int[] order = asWritten();
          for (int i = WORDS - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
          }
          assertThat(
                  distance(applied(operation, rows, asWritten()), applied(operation, rows, order)))
              .isLessThan(TOLERANCE);
        });
  }

  @Test
  void whatWorksCellByCellIsTold() {
    SplittableRandom random = new SplittableRandom(2);
    float[][] rows = table(random);
    double[][] q = rotation(random);
    Map<String, float[]> cut = new LinkedHashMap<>();
    Map<String, float[]> cutAfterTurning = new LinkedHashMap<>();
    for (int i = 0; i < WORDS; i++) {
      cut.put("w" + i, withoutFirst(rows[i]));
      cutAfterTurning.put("w" + i, withoutFirst(turned(rows[i], q)));
    }
    assertThat(distance(turned(cut, q), cutAfterTurning)).isGreaterThan(0.1);
  }

  private static float[] withoutFirst(float[] row) {
    float[] without = row.clone();
    without[0] = 0;
    return without;
  }
}
