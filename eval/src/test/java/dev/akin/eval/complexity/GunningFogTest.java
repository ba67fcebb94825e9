package dev.akin.eval.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GunningFogTest {
  @ParameterizedTest
  @CsvSource({
    "cat,1", "the,1", "table,2", "time,1", "beautiful,3", "syllable,3", "needed,1", "boxes,1",
    "developing,3", "develop,3", "bed,1", "sing,1", "rhythm,1", "queue,1", "apple,2", "area,2",
    "interesting,3", "hmm,1", "2007,1", "embedding,2", "retrieval,3", "evaluate,3", "Evaluates,3"
  })
  void syllablesAreCountedByTheStatedRules(String word, int syllables) {
    assertThat(GunningFog.syllables(word)).isEqualTo(syllables);
  }

  @Test
  void theIndexIsTheHandComputedValue() {
    // 5 + 6 words; complex: beautiful, retrieval, evaluation.
    GunningFog fog =
        GunningFog.of("We like a beautiful bird. Good retrieval needs an honest evaluation!");
    assertThat(fog).isEqualTo(new GunningFog(11, 2, 3));
    assertThat(fog.index()).isCloseTo(0.4 * (5.5 + 300.0 / 11), within(1e-12));
  }

  @Test
  void aProperNounIsNotComplexUnlessItBeginsTheSentence() {
    assertThat(GunningFog.of("We saw Alexandria.").complexWords()).isZero();
    assertThat(GunningFog.of("Alexandria burned.").complexWords()).isEqualTo(1);
  }

  @Test
  void aCompoundIsAsComplexAsItsParts() {
    assertThat(GunningFog.of("a state-of-the-art test").complexWords()).isZero();
    assertThat(GunningFog.of("an evaluation-free test").complexWords()).isEqualTo(1);
  }

  @Test
  void sentencesEndAtMarksBeforeSpaceOnly() {
    assertThat(GunningFog.of("It costs 3.50 now. \"Really?\" Yes... no").sentences()).isEqualTo(4);
    assertThat(GunningFog.of("no mark at all").sentences()).isEqualTo(1);
    assertThat(GunningFog.of("鳥が歌う。魚が泳ぐ。").sentences()).isEqualTo(2);
  }

  @Test
  void aTextWithoutWordsHasNoFog() {
    assertThat(GunningFog.of("... !").index()).isZero();
    assertThat(GunningFog.of("").index()).isZero();
  }
}
