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
                (left + other)
                    * (learned.output().get(row(learned, "m%d_%d".formatted(a, b)), c)
                        - learned.output().get(row(learned, "m%d_%d".formatted(b, a)), c));
          }
          right += score > 0 ? 1 : 0;
        }
      }
    }
    return (double) right / (ENDS * (ENDS - 1));
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
