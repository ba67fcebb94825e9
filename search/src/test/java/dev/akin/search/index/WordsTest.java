package dev.akin.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static List<String> words(Language language, String text) {
    return new Words(language).of(text).stream().map(Words.Word::term).toList();
  }

  @Test
  void englishLosesStopWordsPossessivesAndEndings() {
    assertThat(words(Language.ENGLISH, "The birds' songs are the bird's own singing"))
        .containsExactly("bird", "song", "bird", "own", "sing");
  }

  @Test
  void anyLanguageKeepsWordsAsTheyStand() {
    assertThat(words(Language.ANY, "The Vögel singen: ΤΟ ποτάμι"))
        .containsExactly("the", "vögel", "singen", "το", "ποτάμι");
  }

  @Test
  void scriptsWithoutSpacesBecomePairs() {
    for (Language language : Language.values()) {
      assertThat(words(language, "向量检索 ベクトル")).containsExactly("向量", "量检", "检索", "ベク", "クト", "トル");
      assertThat(words(language, "ＡＢＣ１２")).as("full width").hasSize(1);
    }
  }

  @Test
  void everyWordKnowsWhereItStands() {
    String text = "Owls \uD83E\uDD89 hunted mice.";
    assertThat(new Words(Language.ENGLISH).of(text))
        .extracting(word -> text.substring(word.start(), word.end()))
        .contains("Owls", "hunted", "mice");
  }
}
