package dev.akin.study.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurkishLexiconTest {
  @Test
  void aWordIsANounOrAnInfinitiveUnlessTheLexiconSaysOtherwise() {
    assertThat(
            TurkishLexicon.partsOfSpeech(
                Stream.of(
                    "çuha",
                    "gelmek",
                    "damak [P:Noun]",
                    "tez [P:Adj; A:NoVoicing]",
                    "gelgit [A:NoVoicing]",
                    "hemen [P:Adv]",
                    "biz [P:Pron]",
                    "; [P:Punc]",
                    "")))
        .isEqualTo(
            Map.of(
                "çuha", "noun",
                "gelmek", "verb",
                "damak", "noun",
                "tez", "adjective",
                "gelgit", "noun",
                "hemen", "adverb"));
  }

  @Test
  void aWordOfTwoPartsIsLeftOutAndOneThatStandsTwiceAlikeIsNot() {
    assertThat(
            TurkishLexicon.partsOfSpeech(
                Stream.of("çutur [P:Dup]", "çutur [P:Adj]", "yüz", "yüz [P:Num]", "at", "at")))
        .isEqualTo(Map.of("at", "noun"));
  }
}
