package dev.akin.format.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordListTest {
  @Test
  void everyWordIsFoundWhereItStandsAndNoOther() {
    Seeds.forEach(
        20,
        random -> {
          Set<String> chosen = new LinkedHashSet<>();
          int size = random.nextInt(2000);
          while (chosen.size() < size) {
            chosen.add(Integer.toString(random.nextInt(5000), 36) + "é🙂");
          }
          List<String> words = new ArrayList<>(chosen);
          WordList list = WordList.of(words);
          assertThat(list.size()).isEqualTo(words.size());
          for (int i = 0; i < words.size(); i++) {
            assertThat(list.find(words.get(i))).hasValue(i);
            assertThat(list.word(i)).isEqualTo(words.get(i));
            assertThat(list.bytes(i)).isEqualTo(words.get(i).getBytes(StandardCharsets.UTF_8));
          }
          for (int i = 0; i < 100; i++) {
            String other = Integer.toString(random.nextInt(5000), 36);
            assertThat(list.find(other + "é🙂").isPresent())
                .isEqualTo(chosen.contains(other + "é🙂"));
            assertThat(list.find(other)).isEmpty();
          }
        });
  }

  @Test
  void wordsThatAreTakenFromAListAreOneInTheirOrder() {
    Seeds.forEach(
        20,
        random -> {
          int size = random.nextInt(1, 500);
          List<String> words =
              random.ints(0, 5000).distinct().limit(size).mapToObj(i -> "é" + i).toList();
          WordList list = WordList.of(words);
          int[] taken = random.ints(0, size).distinct().limit(random.nextInt(size)).toArray();
          WordList some = list.take(taken);
          assertThat(some.size()).isEqualTo(taken.length);
          for (int i = 0; i < taken.length; i++) {
            assertThat(some.word(i)).isEqualTo(words.get(taken[i]));
            assertThat(some.find(words.get(taken[i]))).hasValue(i);
          }
          assertThat(words.stream().filter(word -> some.find(word).isPresent()))
              .hasSize(taken.length);
          assertThat(list.first(1 + size / 2).word(size / 2)).isEqualTo(words.get(size / 2));
        });
    WordList list = WordList.of(List.of("a", "b"));
    assertThatThrownBy(() -> list.take(1, 1)).hasMessage("the word 'b' is asked for twice");
    assertThatThrownBy(() -> list.take(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(list.first(0).find("a")).isEmpty();
  }

  @Test
  void wordsCompareAsTheirCodePoints() {
    WordList list = WordList.of(List.of("b", "é", "ba", "🙂", "\uffee"));
    assertThat(list.compare(0, 2)).isNegative();
    assertThat(list.compare(1, 2)).isPositive();
    assertThat(list.compare(4, 3)).isNegative();
    assertThat(list.compare(3, 3)).isZero();
  }

  @Test
  void aBuilderBeginsAnewWithEachList() {
    var builder = new WordList.Builder();
    for (int i = 0; i < 500; i++) {
      byte[] word = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
      assertThat(builder.place(word, 0, word.length)).isEqualTo(i);
    }
    WordList first = builder.build();
    assertThat(builder.size()).isZero();
    assertThat(builder.place(new byte[] {'4', '2'}, 0, 2)).isZero();
    assertThat(builder.build().find("42")).hasValue(0);
    assertThat(first.find("42")).hasValue(42);
    assertThat(first.size()).isEqualTo(500);
  }

  @Test
  void halfOfASurrogatePairFindsNothing() {
    WordList list = WordList.of(List.of("?", "\ufffd"));
    assertThat(list.find("\ud83d")).isEmpty();
    assertThat(list.find("?")).hasValue(0);
  }

  @Test
  void bytesThatAreNotUtf8AreKeptAndShownWithReplacements() {
    var builder = new WordList.Builder();
    byte[] latin = {'c', 'a', 'f', (byte) 0xe9};
    assertThat(builder.add(latin, 0, 4)).isTrue();
    assertThat(builder.add(latin, 0, 4)).isFalse();
    assertThat(builder.add(latin, 0, 3)).isTrue();
    WordList list = builder.build();
    assertThat(list.word(0)).isEqualTo("caf\ufffd");
    assertThat(list.bytes(0)).isEqualTo(latin);
    assertThat(list.find(latin)).hasValue(0);
    assertThat(list.find("caf\ufffd")).isEmpty();
    assertThat(list.find("caf")).hasValue(1);
  }

  @Test
  void whatIsNoWordOrStandsTwiceIsRefused() {
    assertThatThrownBy(() -> WordList.of(List.of("a", ""))).hasMessage("'' is not a word");
    assertThatThrownBy(() -> WordList.of(List.of("\ud83d"))).hasMessageContaining("is not a word");
    assertThatThrownBy(() -> WordList.of(List.of("a", "b", "a")))
        .hasMessage("the word 'a' stands twice");
    WordList list = WordList.of(List.of("a"));
    assertThatThrownBy(() -> list.word(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> list.bytes(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
