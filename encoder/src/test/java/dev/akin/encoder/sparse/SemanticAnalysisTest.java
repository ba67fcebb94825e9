package dev.akin.encoder.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.Role;
import dev.akin.vector.Similarity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Latent and explicit semantic analysis of small collections. */
class SemanticAnalysisTest {
  private static final List<String> TEXTS =
      List.of("red green green", "green blue", "blue blue red yellow", "yellow", "red blue");

  private static BagOfWords words(List<String> texts) {
    return BagOfWords.fit(TermWeight.TF_IDF, texts.stream(), Integer.MAX_VALUE);
  }

  private static double cosine(float[] a, float[] b) {
    return Similarity.COSINE.between(a, b);
  }

  @Test
  void inAllDirectionsNothingIsLost() {
    BagOfWords words = words(TEXTS);
    try (var latent = LatentSemanticEncoder.fit(words, TEXTS, 100, 1)) {
      assertThat(latent.dimension()).isEqualTo(4);
      for (String a : TEXTS) {
        for (String b : TEXTS) {
          double expected = words.encode(a, Role.DOCUMENT).cosine(words.encode(b, Role.DOCUMENT));
          assertThat(cosine(latent.encode(a, Role.DOCUMENT), latent.encode(b, Role.DOCUMENT)))
              .as("%s and %s", a, b)
              .isCloseTo(expected, within(1e-5));
        }
      }
      assertThat(latent.encode("unknown", Role.QUERY)).containsOnly(0);
    }
  }

  @Test
  void wordsOfLikeTextsComeNearEachOther() {
    List<String> texts = new ArrayList<>();
    for (String vehicle : List.of("car", "auto")) {
      for (String of : List.of("wheel", "road", "motor", "drive")) {
        texts.add(vehicle + " " + of);
        texts.add("bread " + (of.equals("road") ? "flour" : "oven"));
      }
    }
    BagOfWords words = words(texts);
    try (var latent = LatentSemanticEncoder.fit(words, texts, 2, 1)) {
      float[] car = latent.encode("car", Role.QUERY);
      assertThat(words.encode("car", Role.QUERY).cosine(words.encode("auto", Role.QUERY))).isZero();
      assertThat(cosine(car, latent.encode("auto", Role.QUERY))).isGreaterThan(0.9);
      assertThat(cosine(car, latent.encode("bread", Role.QUERY))).isLessThan(0.1);
    }
  }

  @Test
  void aFitIsRepeatedAndKnownByItsTexts() {
    try (var one = LatentSemanticEncoder.fit(words(TEXTS), TEXTS, 2, 1);
        var again = LatentSemanticEncoder.fit(words(TEXTS), TEXTS, 2, 1);
        var other = LatentSemanticEncoder.fit(words(TEXTS), TEXTS, 3, 1)) {
      assertThat(again.identity()).isEqualTo(one.identity());
      assertThat(other.identity().isSameSpace(one.identity())).isFalse();
      assertThat(again.encode("red blue", Role.QUERY))
          .containsExactly(one.encode("red blue", Role.QUERY));
    }
  }

  @Test
  void aCellIsWhatTheWordsHaveToDoWithAConcept() {
    BagOfWords words = words(TEXTS);
    ExplicitSemanticEncoder explicit = ExplicitSemanticEncoder.of(words, TEXTS, 5);
    SparseRow row = explicit.encode("green yellow", Role.QUERY);
    SparseRow asked = words.encode("green yellow", Role.QUERY);
    float[] cells = row.toDense(5);
    for (int concept = 0; concept < 5; concept++) {
      SparseRow text = words.encode(TEXTS.get(concept), Role.DOCUMENT);
      assertThat((double) cells[concept])
          .isCloseTo(asked.dot(text) / Math.sqrt(text.dot(text)), within(1e-5));
    }
    assertThat(cells[4]).as("no word of it").isZero();
    SparseRow two = ExplicitSemanticEncoder.of(words, TEXTS, 2).encode("green yellow", Role.QUERY);
    assertThat(two.count()).isEqualTo(2);
    assertThat(two.cell(1)).as("the concept that is yellow alone").isEqualTo(3);
  }

  @Test
  void noTextsAreRefused() {
    assertThatThrownBy(() -> LatentSemanticEncoder.fit(words(TEXTS), List.of(), 2, 1))
        .hasMessageContaining("no text");
    assertThatThrownBy(() -> ExplicitSemanticEncoder.of(words(TEXTS), TEXTS, 0))
        .hasMessageContaining("got 5 texts of which 0");
  }
}
