package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A text of which the pointwise mutual information of any two words is known: lines of two words,
 * the second of the topic of the first, of one beside it on a ring, or of any. At its optimum
 * skip-gram with noise has e·o = PMI − ln k (Levy and Goldberg 2014, equation 11).
 */
class PlantedAssociationTest {
  private static final int TOPICS = 20;
  private static final int WORDS = 50;
  private static final int LINES = 400_000;
  private static final double OWN = 0.5;
  private static final double BESIDE = 0.1;
  private static final double ANY = 1 - OWN - 2 * BESIDE;

  @TempDir Path folder = Path.of("");

  private static final WordSource TEXT =
      sink -> {
        var random = new Random(6);
        for (int line = 0; line < LINES; line++) {
          int topic = random.nextInt(TOPICS);
          write(topic, random, sink);
          double draw = random.nextDouble();
          if (draw < ANY) {
            topic = random.nextInt(TOPICS);
          } else if (draw < ANY + 2 * BESIDE) {
            topic = (topic + (random.nextBoolean() ? 1 : TOPICS - 1)) % TOPICS;
          }
          write(topic, random, sink);
          sink.lineEnd();
        }
      };

  private static void write(int topic, Random random, WordSource.Sink sink) throws IOException {
    byte[] word = Topics.word(topic, random.nextInt(WORDS)).getBytes(StandardCharsets.UTF_8);
    sink.word(word, 0, word.length);
  }

  /** Of words of two topics: ln P(t | s) / P(t). */
  private static double association(int from, int to) {
    int apart = Math.floorMod(to - from, TOPICS);
    double given = ANY / TOPICS;
    if (apart == 0) {
      given += OWN;
    } else if (apart == 1 || apart == TOPICS - 1) {
      given += BESIDE;
    }
    return Math.log(given * TOPICS);
  }

  @Test
  void productsOfSkipGramsTablesAreTheAssociationsOfTheWords() throws IOException {
    TrainingOptions options =
        TrainingOptions.builder(Method.SKIP_GRAM)
            .dimension(32)
            .window(1)
            .sampling(0)
            .epochs(5)
            .rate(0.1)
            .build();
    try (TrainedTables learned =
        new LookupTrainer(options).train(TEXT, TrainingRun.in(folder), TrainingListener.NONE)) {
      assertThat(correlation(learned, 0)).isGreaterThan(0.9);
      // The same products beside associations that are not those of the text.
      assertThat(correlation(learned, TOPICS / 2)).isLessThan(0.1);
    }
  }

  /** Pearson's, over all pairs of words, with associations of a ring that is turned by topics. */
  private static double correlation(TrainedTables learned, int turn) {
    int count = TOPICS * WORDS;
    int[] rows = new int[count];
    for (int w = 0; w < count; w++) {
      String word = Topics.word(w / WORDS, w % WORDS);
      rows[w] = learned.vocabulary().words().find(word).orElseThrow();
    }
    var sums = new Moments();
    for (int i = 0; i < count; i++) {
      float[] vector = learned.vector(rows[i]);
      for (int j = 0; j < count; j++) {
        double product = 0;
        for (int c = 0; c < vector.length; c++) {
          product += vector[c] * learned.output().get(rows[j], c);
        }
        sums.add(product, association(i / WORDS, j / WORDS + turn));
      }
    }
    return sums.correlation();
  }

  /** Sums of pairs of numbers and of their products. */
  private static final class Moments {
    private long count;
    private double x;
    private double y;
    private double xx;
    private double xy;
    private double yy;

    void add(double a, double b) {
      count++;
      x += a;
      y += b;
      xx += a * a;
      xy += a * b;
      yy += b * b;
    }

    double correlation() {
      double both = xy - x * y / count;
      return both / Math.sqrt((xx - x * x / count) * (yy - y * y / count));
    }
  }
}
