package dev.akin.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import dev.akin.text.Passage;
import dev.akin.text.split.PassageSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IcuBoundariesTest {
  private final IcuBoundaries icu = IcuBoundaries.root();

  @Test
  void findsThaiWordsWithoutBeingToldTheLanguage() {
    assertThat(cut("สวัสดีครับผมชื่อสมชาย", icu.words("สวัสดีครับผมชื่อสมชาย")))
        .containsExactly("สวัสดี", "ครับ", "ผม", "ชื่อ", "สมชาย");
  }

  @Test
  void findsChineseAndJapaneseWordsAndSentences() {
    assertThat(cut("我们在北京大学学习", icu.words("我们在北京大学学习")))
        .containsExactly("我们", "在", "北京", "大学", "学习");
    assertThat(cut("東京都に住む", icu.words("東京都に住む"))).containsExactly("東京", "都", "に", "住む");
    assertThat(cut("今日は晴れ。明日は雨。", icu.sentences("今日は晴れ。明日は雨。"))).containsExactly("今日は晴れ。", "明日は雨。");
  }

  @Test
  void keepsGraphemeClustersTogether() {
    assertThat(cut("👨‍👩‍👧🇩🇪e\u0301นี้", icu.graphemes("👨‍👩‍👧🇩🇪e\u0301นี้")))
        .containsExactly("👨‍👩‍👧", "🇩🇪", "e\u0301", "นี้");
  }

  @Test
  void splitsTextWithoutSpacesBetweenItsWords() {
    var splitter = PassageSplitter.of(icu, text -> text.codePointCount(0, text.length()), 12, 0);
    var text = "สวัสดีครับผมชื่อสมชาย";
    var document = new Document("d", "", text, new Json.Members(Map.of()), Origin.ofLine("f", 1));

    assertThat(splitter.split(document))
        .extracting(Passage::text)
        .containsExactly("สวัสดีครับผม", "ชื่อสมชาย");
  }

  @Test
  void theEmptyTextHasOneCut() {
    assertThat(icu.words("")).containsExactly(0);
  }

  private static List<String> cut(String text, int[] cuts) {
    List<String> parts = new ArrayList<>();
    for (int i = 1; i < cuts.length; i++) {
      parts.add(text.substring(cuts[i - 1], cuts[i]));
    }
    return parts;
  }
}
