package dev.akin.eval.complexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordEntropyTest {
  @Test
  void theEntropyIsTheHandComputedValue() {
    assertThat(WordEntropy.of("a b c d")).isCloseTo(2, within(1e-15));
    // ½, ¼, ¼: ½ · 1 + ¼ · 2 + ¼ · 2.
    assertThat(WordEntropy.of("The bird, the BIRD! A bird sings: bird, a."))
        .isCloseTo(entropy(2, 4, 2, 1), within(1e-15));
    assertThat(WordEntropy.of("x x y z")).isCloseTo(1.5, within(1e-15));
    assertThat(WordEntropy.of("one one One")).isZero();
    assertThat(WordEntropy.of(" … ")).isZero();
  }

  private static double entropy(int... counts) {
    double all = IntStream.of(counts).sum();
    double sum = 0;
    for (int count : counts) {
      sum -= count / all * Math.log(count / all) / Math.log(2);
    }
    return sum;
  }

  @Test
  void wordsAreThoseOfAnyScript() {
    assertThat(Words.of("L’été, don't e-mail Straße 3 नमस्ते"))
        .containsExactly("L’été", "don't", "e-mail", "Straße", "3", "नमस्ते");
    assertThat(Words.of("鳥が歌う abc鳥")).containsExactly("鳥", "が", "歌", "う", "abc", "鳥");
    assertThat(Words.of("--- '' -a-")).containsExactly("a");
    assertThat(Words.of("a-".repeat(100_000) + "b")).hasSize(1);
  }

  @Test
  void pooledTextsAreOneText() {
    assertThat(WordEntropy.pooled(Stream.of("a b", "c d"))).isEqualTo(WordEntropy.of("a b c d"));
    assertThat(WordEntropy.pooled(Stream.of())).isZero();
  }

  @Test
  void theOrderOfWordsDoesNotMatter() {
    Seeds.forEach(
        50,
        random -> {
          List<String> words = new ArrayList<>();
          for (int i = 0; i < 60; i++) {
            words.add("w" + random.nextInt(20));
          }
          double before = WordEntropy.of(String.join(" ", words));
          Collections.shuffle(words, new Random(random.nextLong()));
          assertThat(WordEntropy.of(String.join(" ", words))).isEqualTo(before);
          assertThat(before).isBetween(0.0, Math.log(20) / Math.log(2));
        });
  }
}
