package dev.akin.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.TestData;
import dev.akin.text.Document;
import dev.akin.text.Passage;
import dev.akin.text.split.PassageSplitter;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real texts of five scripts, cut by ICU's boundaries into passages that cover them. */
class SplittingRealDataTest {
  private static final int MAX_TOKENS = 60;
  private final IcuBoundaries icu = IcuBoundaries.root();
  private final PassageSplitter splitter = PassageSplitter.of(icu, this::count, MAX_TOKENS, 15);

  @ParameterizedTest
  @ValueSource(strings = {"scifact", "xquad-zh", "xquad-hi", "xquad-tr", "xquad-de"})
  void passagesCoverEveryTextWithinTheBudget(String set) throws IOException {
    try (var documents = Sources.open(TestData.require("retrieval/" + set)).documents()) {
      documents.limit(500).forEach(document -> check(document, splitter.split(document)));
    }
  }

  /** Three letters a token, as for a script the vocabulary hardly knows. */
  private int count(String text) {
    return (text.codePointCount(0, text.length()) + 2) / 3;
  }

  private void check(Document document, List<Passage> passages) {
    String text = document.text();
    int[] clusters = icu.graphemes(text);
    var covered = new BitSet();
    for (Passage passage : passages) {
      assertThat(count(passage.embeddedText())).isLessThanOrEqualTo(MAX_TOKENS);
      assertThat(passage.text()).isEqualTo(text.substring(passage.start(), passage.end()));
      assertThat(Arrays.binarySearch(clusters, passage.start())).isNotNegative();
      assertThat(Arrays.binarySearch(clusters, passage.end())).isNotNegative();
      covered.set(passage.start(), passage.end());
    }
    for (int i = 0; i < text.length(); i++) {
      assertThat(covered.get(i) || Character.isWhitespace(text.charAt(i))).isTrue();
    }
  }
}
