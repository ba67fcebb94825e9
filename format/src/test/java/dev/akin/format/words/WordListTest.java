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
