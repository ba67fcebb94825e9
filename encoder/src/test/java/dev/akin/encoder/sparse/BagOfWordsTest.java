package dev.akin.encoder.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BagOfWordsTest {
  private static final int ALL = Integer.MAX_VALUE;

  @Test
  void countsStandInTheOrderOfWords() {
    BagOfWords bag = BagOfWords.fit(TermWeight.COUNT, Stream.of("b a", "c"), ALL);
    assertThat(bag.dimension()).isEqualTo(3);
    assertThat(bag.encode("C b, b! unknown", Role.DOCUMENT))
        .isEqualTo(SparseRow.of(new int[] {1, 2}, new float[] {2, 1}));
  }

  @Test
  void aRareWordWeighsMoreByTheFormula() {
    BagOfWords bag = BagOfWords.fit(TermWeight.TF_IDF, Stream.of("a b", "a", "a"), ALL);
    SparseRow row = bag.encode("a a b", Role.QUERY);
    assertThat(row.weight(0)).isCloseTo((float) (1 + Math.log(2)), within(1e-6f));
    assertThat(row.weight(1)).isCloseTo((float) (1 + Math.log(2)), within(1e-6f));
  }

  @Test
  void theWordsOfMostTextsAreKept() {
    BagOfWords bag = BagOfWords.fit(TermWeight.COUNT, Stream.of("z y", "z x", "y"), 2);
    assertThat(bag.encode("x", Role.QUERY).count()).isZero();
    assertThat(bag.encode("y z", Role.QUERY).count()).isEqualTo(2);
  }

  @Test
  void theOrderOfWordsIsLost() {
    BagOfWords bag = BagOfWords.fit(TermWeight.TF_IDF, Stream.of("dog bites man"), ALL);
    assertThat(bag.encode("man bites dog", Role.QUERY))
        .isEqualTo(bag.encode("dog bites man", Role.QUERY));
  }

  @Test
  void aSparseCosineIsThatOfTheRowsInFull() {
    SparseRow a = SparseRow.of(new int[] {0, 3}, new float[] {3, 4});
    SparseRow b = SparseRow.of(new int[] {1, 3}, new float[] {4, 3});
    assertThat(a.cosine(b)).isCloseTo(12 / 25.0, within(1e-12));
    assertThat(a.toDense(4)).containsExactly(3, 0, 0, 4);
    assertThat(a.cosine(SparseRow.of(new int[0], new float[0]))).isZero();
  }

  @Test
  void textsWithoutAWordAreRefused() {
    assertThatThrownBy(() -> BagOfWords.fit(TermWeight.COUNT, Stream.of("!", ""), ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no word in 2 texts to learn from");
  }
}
