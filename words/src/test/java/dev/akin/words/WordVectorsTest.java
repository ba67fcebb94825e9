package dev.akin.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorsTest {
  @Test
  void aFileIsOpenedWithItsVectorsAsTheyStand(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("v.txt"), "2 2\nbird 3 4\nship 0 0\n");
    try (WordVectors vectors = WordVectors.open(file)) {
      assertThat(vectors.size()).isEqualTo(2);
      assertThat(vectors.dimension()).isEqualTo(2);
      assertThat(vectors.find("bird")).hasValue(0);
      assertThat(vectors.find("Bird")).isEmpty();
      assertThat(vectors.vector(0)).containsExactly(3, 4);
      assertThat(vectors.unitRows(2).copyRow(0)).containsExactly(0.6f, 0.8f);
      assertThat(vectors.unitRows(2).copyRow(1)).containsExactly(0, 0);
      assertThat(vectors.unitRows(1).rows()).isEqualTo(1);
      assertThat(vectors.unitRows(2)).isSameAs(vectors.unitRows(2));
      assertThat(vectors.count(0)).isEqualTo(OptionalLong.empty());
      assertThat(vectors.composes()).isFalse();
    }
  }

  @Test
  void moreUnitRowsThanWordsAreRefused() {
    try (WordVectors vectors = Tables.of(List.of("a"), new float[] {1})) {
      assertThatThrownBy(() -> vectors.unitRows(2)).hasMessageContaining("the first 2 words of 1");
      assertThatThrownBy(() -> vectors.unitRows(0)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void unseenWordsAreComposedOnlyWhereThatIsAskedForAndPossible() {
    try (WordVectors plain = Tables.of(List.of("bird"), new float[] {1, 2});
        WordVectors ngrams = Tables.withNgrams(new SplittableRandom(1), List.of("bird"), 4)) {
      assertThat(plain.findVector("birds", OutOfVocabulary.COMPOSED)).isEmpty();
      assertThat(ngrams.findVector("birds", OutOfVocabulary.ABSENT)).isEmpty();
      assertThat(ngrams.findVector("birds", OutOfVocabulary.COMPOSED)).isPresent();
      assertThat(ngrams.composes()).isTrue();
      assertThat(ngrams.count(0)).hasValue(8);
      assertThatThrownBy(() -> plain.requireVector("birds"))
          .isInstanceOf(UnknownWordException.class)
          .hasMessage("no vector for the word 'birds'");
      assertThat(ngrams.requireVector("birds")).hasSize(4);
    }
  }

  @Test
  void similarityIsTheCosine() {
    try (WordVectors vectors =
        Tables.of(List.of("a", "b"), new float[] {1, 0}, new float[] {2, 2})) {
      assertThat(vectors.similarity("a", "b")).isCloseTo((float) Math.sqrt(0.5), within(1e-7f));
      assertThatThrownBy(() -> vectors.similarity("a", "c"))
          .isInstanceOfSatisfying(
              UnknownWordException.class, e -> assertThat(e.word()).isEqualTo("c"));
    }
  }

  @Test
  void aLookupTriesTheSpellingsOfItsCasing() {
    try (WordVectors vectors =
        Tables.of(List.of("Paris", "bird"), new float[] {1, 0}, new float[] {0, 1})) {
      for (Casing casing : Casing.values()) {
        var lookup = new WordLookup(vectors, casing, OutOfVocabulary.ABSENT);
        assertThat(lookup.find("Paris").isPresent()).isEqualTo(casing != Casing.LOWER);
        assertThat(lookup.find("Bird").isPresent()).isEqualTo(casing != Casing.AS_WRITTEN);
        assertThat(lookup.find("bird")).hasValue(1);
        assertThat(lookup.findVector("PARIS")).isEmpty();
      }
      assertThat(WordLookup.asWritten(vectors).findVector("bird").orElseThrow())
          .containsExactly(0, 1);
    }
  }

  @Test
  void aLookupComposesTheFirstSpellingThatCanBe() {
    try (WordVectors vectors = Tables.withNgrams(new SplittableRandom(2), List.of("bird"), 4)) {
      var lookup = new WordLookup(vectors, Casing.AS_WRITTEN_OR_LOWER, OutOfVocabulary.COMPOSED);
      assertThat(lookup.findVector("Birds").orElseThrow())
          .containsExactly(vectors.requireVector("Birds"));
      assertThat(lookup.findVector("BIRD").orElseThrow()).containsExactly(vectors.vector(0));
      var low = new WordLookup(vectors, Casing.LOWER, OutOfVocabulary.COMPOSED);
      assertThat(low.findVector("Birds").orElseThrow())
          .containsExactly(vectors.requireVector("birds"));
    }
  }
}
