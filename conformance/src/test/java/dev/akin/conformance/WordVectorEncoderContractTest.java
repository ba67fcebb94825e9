package dev.akin.conformance;

import dev.akin.encoder.Encoder;
import dev.akin.format.words.FastTextArgs;
import dev.akin.format.words.FastTextArgs.Kind;
import dev.akin.format.words.FastTextArgs.Loss;
import dev.akin.format.words.FastTextModel;
import dev.akin.format.words.Subwords;
import dev.akin.format.words.WordList;
import dev.akin.vector.Matrix;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.WordVectors;
import java.util.List;
import java.util.SplittableRandom;

/** Word vectors with n-grams, so that every word of every text has a vector. */
class WordVectorEncoderContractTest extends EncoderContract {
  private static final int DIMENSION = 24;
  private static final int BUCKETS = 500;

  WordEncoderOptions options() {
    return WordEncoderOptions.defaults();
  }

  @Override
  Encoder open() {
    WordList words = WordList.of(List.of("the", "cat", "sat", "on", "mat", "word", "текст"));
    var args =
        new FastTextArgs(
            DIMENSION,
            5,
            1,
            1,
            5,
            1,
            Loss.NEGATIVE_SAMPLING,
            Kind.SKIP_GRAM,
            new Subwords(1, 4, BUCKETS),
            100,
            1e-4);
    return WordVectorEncoder.of(
        "words",
        WordVectors.of(
            FastTextModel.of(
                args,
                words,
                new long[words.size()],
                rows(words.size() + BUCKETS),
                Matrix.allocate(words.size(), DIMENSION))),
        options());
  }

  private static Matrix rows(int count) {
    var random = new SplittableRandom(9);
    Matrix rows = Matrix.allocate(count, DIMENSION);
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < DIMENSION; column++) {
        rows.set(row, column, (float) random.nextGaussian());
      }
    }
    return rows;
  }
}
