package dev.akin.words.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A text in which only the order of the neighbours tells the word between them: {@code x1 m1_2 x2}
 * and {@code x2 m2_1 x1}.
 */
class WordOrderTest {
  private static final int ENDS = 6;
  private static final int DIMENSION = 24;

  @TempDir Path folder = Path.of("");

  private static final WordSource TEXT =
      sink -> {
        var random = new Random(8);
        for (int s = 0; s < 20_000; s++) {
          int left = random.nextInt(ENDS);
          int right = (left + 1 + random.nextInt(ENDS - 1)) % ENDS;
          for (String word :
              new String[] {"x" + left, "m%d_%d".formatted(left, right), "x" + right}) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            sink.word(bytes, 0, bytes.length);
          }
          sink.lineEnd();
        }
      };

  private TrainedTables train(Method method) throws IOException {
    TrainingOptions options =
        TrainingOptions.builder(method)
            .dimension(DIMENSION)
            .window(1)
            .sampling(0)
            .epochs(10)
            .build();
    return new LookupTrainer(options).train(TEXT, TrainingRun.in(folder), TrainingListener.NONE);
  }

  private static int row(TrainedTables learned, String word) {
    return learned.vocabulary().words().find(word).orElseThrow();
  }

  /** How often the word for this order scores above the one for the other, of all orders. */
  private static double rightFromContext(TrainedTables learned) {
    Matrix input = learned.input();
    int right = 0;
    for (int a = 0; a < ENDS; a++) {
      for (int b = 0; b < ENDS; b++) {
        if (a != b) {
          double score = 0;
          for (int c = 0; c < DIMENSION; c++) {
            float left = input.get(row(learned, "x" + a), c);
            float other = input.get(row(learned, "x" + b), c);
            if (learned.options().method() == Method.POSITIONAL_CBOW) {
              left *= input.get(learned.vocabulary().size(), c);
              other *= input.get(learned.vocabulary().size() + 1, c);
            }
            score +=
                left * difference(learned, a, b, 0, c) + other * difference(learned, a, b, 1, c);
          }
          right += score > 0 ? 1 : 0;
        }
      }
    }
    return (double) right / (ENDS * (ENDS - 1));
  }

  /** Of a cell of the outputs of both orders, at a place of the window. */
  private static float difference(TrainedTables learned, int a, int b, int place, int c) {
    Matrix output = learned.output();
    boolean isChain = learned.options().method() == Method.ORDER_CBOW;
    int at = isChain ? place * learned.input().dimension() + c : c;
    return output.get(row(learned, "m%d_%d".formatted(a, b)), at)
        - output.get(row(learned, "m%d_%d".formatted(b, a)), at);
  }

  @Test
  void orderCbowFindsTheOrderFromRowsOneBehindAnother() throws IOException {
    try (TrainedTables learned = train(Method.ORDER_CBOW)) {
      learned.input().requireFinite();
      assertThat(rightFromContext(learned)).isGreaterThan(0.95);
      assertThat(learned.output().dimension()).isEqualTo(2 * learned.input().dimension());
      // Words, and what stands where a sentence has none.
      assertThat(learned.input().rows()).isEqualTo(learned.vocabulary().size() + 1);
    }
  }

  @Test
  void positionalCbowFindsTheOrderAndCbowCannot() throws IOException {
    try (TrainedTables positional = train(Method.POSITIONAL_CBOW);
        TrainedTables bag = train(Method.CBOW)) {
      positional.input().requireFinite();
      assertThat(rightFromContext(positional)).isGreaterThan(0.95);
      assertThat(rightFromContext(bag)).isEqualTo(0.5);
    }
  }

  @Test
  void structuredSkipGramFindsWhichWordStandsLeft() throws IOException {
    try (TrainedTables learned = train(Method.STRUCTURED_SKIP_GRAM)) {
      int right = 0;
      for (int a = 0; a < ENDS; a++) {
        for (int b = 0; b < ENDS; b++) {
          if (a != b) {
            double score = 0;
            for (int c = 0; c < DIMENSION; c++) {
              score +=
                  learned.input().get(row(learned, "m%d_%d".formatted(a, b)), c)
                      * (learned.output().get(row(learned, "x" + a), c)
                          - learned.output().get(row(learned, "x" + b), c));
            }
            right += score > 0 ? 1 : 0;
          }
        }
      }
      assertThat((double) right / (ENDS * (ENDS - 1))).isGreaterThan(0.95);
      assertThat(learned.output().rows()).isEqualTo(2 * learned.vocabulary().size());
    }
  }
}
