package dev.akin.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Role;
import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordTableWriter;
import dev.akin.text.split.Boundaries;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorEncoderTest {
  private static final List<String> WORDS = List.of("birds", "steer", "Rome");

  private static WordVectors vectors() {
    return Tables.of(WORDS, new float[] {3, 0, 0}, new float[] {0, 4, 0}, new float[] {0, 0, 1});
  }

  private static WordVectorEncoder encoder(WordEncoderOptions options) {
    return WordVectorEncoder.of("test", vectors(), options);
  }

  @Test
  void aTextIsTheMeanOfItsWordsBroughtToLengthOne() {
    try (WordVectorEncoder encoder = encoder(WordEncoderOptions.defaults())) {
      // (3, 4, 0) / 2 has the direction (0.6, 0.8, 0).
      assertThat(encoder.encode("Birds steer!", Role.QUERY)).containsExactly(0.6f, 0.8f, 0);
      assertThat(encoder.encode("birds, birds; steer (Rome)", Role.DOCUMENT))
          .containsExactly(norm(6, 4, 1));
      assertThat(encoder.countTokens("birds, birds; steer (Rome)")).isEqualTo(4);
    }
  }

  private static float[] norm(double... cells) {
    double square = 0;
    for (double cell : cells) {
      square += cell * cell;
    }
    float[] unit = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      unit[i] = (float) (cells[i] / Math.sqrt(square));
    }
    return unit;
  }

  @Test
  void wordsWithoutAVectorAreCountedAndATextOfThemIsZero() {
    try (WordVectorEncoder encoder = encoder(WordEncoderOptions.defaults());
        Matrix rows = Matrix.allocate(3, 3)) {
      EncodingReport report =
          encoder.encode(
              List.of("birds fly home", "nothing known", "… 🙂 !"), Role.DOCUMENT, rows, 0);
      assertThat(report).isEqualTo(new EncodingReport(3, 5, 0, 0, 4));
      assertThat(rows.copyRow(0)).containsExactly(1, 0, 0);
      assertThat(rows.copyRow(1)).containsExactly(0, 0, 0);
      assertThat(rows.copyRow(2)).containsExactly(0, 0, 0);
      assertThat(report.plus(report).unknownTokens()).isEqualTo(8);
    }
  }

  @Test
  void casingIsWhatTheOptionsSay() {
    try (WordVectorEncoder asWritten =
            encoder(WordEncoderOptions.defaults().withCasing(Casing.AS_WRITTEN));
        WordVectorEncoder lower = encoder(WordEncoderOptions.defaults().withCasing(Casing.LOWER))) {
      assertThat(asWritten.encode("Birds Rome", Role.QUERY)).containsExactly(0, 0, 1);
      assertThat(lower.encode("Birds Rome", Role.QUERY)).containsExactly(1, 0, 0);
    }
  }

  @Test
  void unseenWordsAreComposedUnlessToldOtherwise() {
    var random = new SplittableRandom(3);
    try (WordVectorEncoder composing =
            WordVectorEncoder.of(
                "n", Tables.withNgrams(random, WORDS, 4), WordEncoderOptions.defaults());
        WordVectorEncoder plain =
            WordVectorEncoder.of(
                "n",
                Tables.withNgrams(random, WORDS, 4),
                WordEncoderOptions.defaults().withUnknown(OutOfVocabulary.ABSENT));
        Matrix row = Matrix.allocate(1, 4)) {
      assertThat(composing.encode(List.of("bird"), Role.QUERY, row, 0).unknownTokens()).isZero();
      assertThat(row.copyRow(0)).isNotEqualTo(new float[4]);
      assertThat(plain.encode(List.of("bird"), Role.QUERY, row, 0).unknownTokens()).isEqualTo(1);
      assertThat(row.copyRow(0)).containsOnly(0);
    }
  }

  @Test
  void inverseDocumentFrequenciesWeighTheWords() {
    WordVectors vectors = vectors();
    WordWeights idf =
        WordWeights.idf(vectors.words(), Map.of("birds", 9, "steer", 4, "unseen", 2), 9);
    assertThat(idf.of(0)).isZero();
    assertThat(idf.of(1)).isCloseTo((float) Math.log(2), within(1e-6f));
    assertThat(idf.of(2)).isCloseTo((float) Math.log(10), within(1e-6f));
    try (WordVectorEncoder encoder =
        WordVectorEncoder.of("idf", vectors, WordEncoderOptions.defaults().withWeights(idf))) {
      assertThat(encoder.encode("birds steer Rome", Role.QUERY))
          .containsExactly(norm(0, 4 * (float) Math.log(2), (float) Math.log(10)));
      assertThatThrownBy(() -> WordWeights.idf(vectors.words(), Map.of("birds", 10), 9))
          .hasMessage("'birds' is in 10 of 9 documents");
    }
  }

  @Test
  void smoothInverseFrequenciesComeFromTheCountsOfTheModel() {
    try (WordVectors model = Tables.withNgrams(new SplittableRandom(3), WORDS, 4)) {
      WordWeights sif = WordWeights.sif(model, 0.1);
      // 8, 4 and 2 of 14 occurrences.
      assertThat(sif.of(0)).isCloseTo((float) (0.1 / (0.1 + 8 / 14.0)), within(1e-7f));
      assertThat(sif.of(2)).isCloseTo((float) (0.1 / (0.1 + 2 / 14.0)), within(1e-7f));
      assertThat(sif.ofOthers()).isEqualTo(1);
      assertThatThrownBy(() -> WordWeights.sif(model, 0)).hasMessageContaining("above 0");
    }
  }

  @Test
  void smoothInverseFrequenciesOfVectorsWithoutCountsComeFromTheOrderOfTheWords() {
    try (WordVectors plain = vectors()) {
      WordWeights sif = WordWeights.sif(plain, 0.1);
      // 1/2, 1/3 and 1/4 of 13/12.
      assertThat(sif.of(0)).isCloseTo((float) (0.1 / (0.1 + 6 / 13.0)), within(1e-7f));
      assertThat(sif.of(1)).isCloseTo((float) (0.1 / (0.1 + 4 / 13.0)), within(1e-7f));
      assertThat(sif.of(2)).isCloseTo((float) (0.1 / (0.1 + 3 / 13.0)), within(1e-7f));
    }
  }

  @Test
  void weightsOfAnotherVocabularyAreRefused() {
    try (WordVectors vectors = vectors();
        WordVectors other = Tables.of(List.of("a"), new float[] {1})) {
      WordWeights weights = WordWeights.idf(other.words(), Map.of(), 3);
      WordEncoderOptions options = WordEncoderOptions.defaults().withWeights(weights);
      assertThatThrownBy(() -> WordVectorEncoder.of("x", vectors, options))
          .hasMessageContaining("weights of 1 words");
    }
  }

  @Test
  void theIdentityIsThatOfTheContentAndOfEveryChoice() {
    WordEncoderOptions defaults = WordEncoderOptions.defaults();
    List<String> hashes = new ArrayList<>();
    for (WordEncoderOptions options :
        List.of(
            defaults,
            defaults.withCasing(Casing.LOWER),
            defaults.withUnknown(OutOfVocabulary.ABSENT),
            defaults.withBoundaries(Boundaries.jdk(Locale.forLanguageTag("th"))),
            defaults.withWeights(WordWeights.idf(vectors().words(), Map.of("birds", 1), 2)))) {
      try (WordVectorEncoder encoder = encoder(options);
          WordVectorEncoder again = encoder(options)) {
        assertThat(encoder.identity()).isEqualTo(again.identity());
        hashes.add(encoder.identity().hash());
      }
    }
    try (WordVectorEncoder other =
        WordVectorEncoder.of(
            "test",
            Tables.of(WORDS, new float[] {3, 0, 0}, new float[] {0, 4, 0}, new float[] {0, 0, 2}),
            defaults)) {
      hashes.add(other.identity().hash());
    }
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void theSameVectorsInAnotherLayoutAreTheSameSpace(@TempDir Path folder) throws IOException {
    List<String> hashes = new ArrayList<>();
    for (WordFormat format :
        List.of(WordFormat.GLOVE, WordFormat.WORD2VEC_BINARY, WordFormat.WORD2VEC_TEXT)) {
      Path file = folder.resolve(format.label());
      try (WordVectors vectors = vectors();
          var out = WordTableWriter.create(file, format, 3)) {
        for (int i = 0; i < 3; i++) {
          out.append(vectors.words().bytes(i), vectors.vector(i));
        }
      }
      try (WordVectorEncoder encoder =
          WordVectorEncoder.of("x", WordVectors.open(file), WordEncoderOptions.defaults())) {
        hashes.add(encoder.identity().hash());
      }
    }
    assertThat(hashes).containsOnly(hashes.getFirst());
  }
}
