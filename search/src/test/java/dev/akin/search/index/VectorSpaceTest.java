package dev.akin.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.vector.Similarity;
import org.junit.jupiter.api.Test;

class VectorSpaceTest {
  /** The stored form rounds each cell once more: 2⁻²⁴ a cell, relative to Σ|aᵢ·bᵢ|. */
  @Test
  void storedRowsComparedAreTheSimilarityOfTheRows() {
    Seeds.forEach(
        50,
        random -> {
          float[] a = new float[random.nextInt(1, 70)];
          float[] b = new float[a.length];
          double size = 0;
          for (int i = 0; i < a.length; i++) {
            a[i] = (float) random.nextDouble(-2, 2);
            b[i] = (float) random.nextDouble(-2, 2);
            size += Math.abs(a[i] * b[i]);
          }
          for (Similarity similarity : Similarity.values()) {
            VectorSpace space = new VectorSpace(similarity);
            float score = space.score(space.stored(a).orElseThrow(), space.stored(b).orElseThrow());
            assertThat(score)
                .as(similarity + " of " + a.length)
                .isCloseTo(similarity.between(a, b), within((float) (1e-6 * (1 + size))));
          }
        });
  }

  @Test
  void aRowWithoutDirectionIsNotStored() {
    float[] zero = new float[4];
    assertThat(new VectorSpace(Similarity.COSINE).stored(zero)).isEmpty();
    assertThat(new VectorSpace(Similarity.DOT).stored(zero)).isPresent();
  }
}
