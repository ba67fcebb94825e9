package dev.akin.text.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import dev.akin.text.Passage;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {
  private static final Boundaries BOUNDARIES = Boundaries.jdk(Locale.ROOT);

  @Test
  void aShortDocumentIsOnePassageWithItsTitleAsContext() {
    var passages = words(20, 0).split(document("The title", " One two three.\n"));

    assertThat(passages)
        .containsExactly(new Passage("d", 0, "The title", "One two three.", 1, 15, 1));
  }

  @Test
  void sentencesStayWholeAsFarAsTheyFit() {
    var passages = words(5, 0).split(document("", "One two. Three four. Five six seven. Eight."));

    assertThat(texts(passages)).containsExactly("One two. Three four.", "Five six seven. Eight.");
  }

  @Test
  void theTokensOfTheTitleCountAgainstTheBudget() {
    var passages = words(5, 0).split(document("T t", "One two. Three four. Five six seven."));

    assertThat(texts(passages)).containsExactly("One two.", "Three four.", "Five six seven.");
    assertThat(passages).allSatisfy(p -> assertThat(p.context()).isEqualTo("T t"));
  }

  @Test
  void specialTokensCountAgainstTheBudget() {
    var splitter =
        PassageSplitter.of(BOUNDARIES, text -> PassageSplitterTest.countWords(text) + 2, 6, 0);

    assertThat(texts(splitter.split(document("", "One two. Three four. Five six."))))
        .containsExactly("One two. Three four.", "Five six.");
  }

  @Test
  void theOverlapIsWholeSentencesWhenTheyFit() {
    var passages = words(6, 2).split(document("", "A one. B two. C three. D four. E five."));

    assertThat(texts(passages))
        .containsExactly("A one. B two. C three.", "C three. D four. E five.");
  }

  @Test
  void theOverlapIsTheLastWordsWhenNoSentenceFits() {
    var passages = words(6, 2).split(document("", "One two three four five six. Seven eight."));

    assertThat(texts(passages))
        .containsExactly("One two three four five six.", "five six. Seven eight.");
  }

  @Test
  void aSentenceBeyondTheBudgetIsCutAtLinesThenWordsThenGraphemes() {
    assertThat(texts(words(3, 0).split(document("", "a b c\nd e\nf"))))
        .containsExactly("a b c", "d e\nf");
    assertThat(texts(words(2, 0).split(document("", "a b c d e"))))
        .containsExactly("a b", "c d", "e");
    var family = "👨‍👩‍👧";
    assertThat(texts(codePoints(6).split(document("", family + "e\u0301e\u0301" + family))))
        .containsExactly(family, "e\u0301e\u0301", family);
  }

  @Test
  void aGraphemeClusterIsNeverCutEvenWhenItAloneExceedsTheBudget() {
    var cluster = "e" + "\u0301".repeat(9);

    assertThat(texts(codePoints(4).split(document("", "ab" + cluster + "cd"))))
        .containsExactly("ab", cluster, "cd");
  }

  @Test
  void wrappedProseIsNotCutAtItsLineBreaks() {
    var passages =
        words(6, 0).split(document("", "One two\nthree. Four\nfive.\n\nSix seven eight"));

    assertThat(texts(passages)).containsExactly("One two\nthree. Four\nfive.", "Six seven eight");
  }

  @Test
  void passagesKnowTheirLine() {
    var text = "One two.\nThree four.\n\nFive six.";
    var document = new Document("d", "", text, noMetadata(), Origin.ofText("notes.txt", text, 1));

    assertThat(words(2, 0).split(document)).extracting(Passage::line).containsExactly(1, 2, 4);
  }

  @Test
  void aDocumentWithoutTextIsItsTitleAndABlankOneNothing() {
    assertThat(words(9, 0).split(document("Only a title", " ")))
        .containsExactly(new Passage("d", 0, "Only a title", "", 0, 0, 1));
    assertThat(words(9, 0).split(document(" ", "\n"))).isEmpty();
  }

  @Test
  void aLongTitleLeavesHalfTheBudgetToTheText() {
    var passages = words(6, 0).split(document("a b c d e f g", "One two three. Four."));

    assertThat(passages).extracting(Passage::context).containsOnly("a b c");
    assertThat(texts(passages)).containsExactly("One two three.", "Four.");
  }

  @Test
  void refusesABudgetWithoutRoomAndAnOverlapBeyondHalf() {
    assertThatThrownBy(() -> PassageSplitter.of(BOUNDARIES, _ -> 2, 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a passage of at most 2 tokens has no room beside 2 special tokens");
    assertThatThrownBy(() -> words(8, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an overlap of 5 tokens; need 0 to 4, half of the 8 tokens of a passage");
    assertThatThrownBy(() -> words(8, -1))
        .hasMessage("an overlap of -1 tokens; need 0 to 4, half of the 8 tokens of a passage");
  }

  @Test
  void anyTextIsCoveredWithoutHolesWithinTheBudget() {
    Seeds.forEach(
        400,
        random -> {
          var text = RandomText.of(random, random.nextInt(400));
          var title = random.nextInt(3) == 0 ? "" : RandomText.of(random, random.nextInt(30));
          int max = 1 + random.nextInt(40);
          var counter = counter(random.nextInt(4));
          int special = counter.applyAsInt("");
          int overlap = random.nextInt((max + special) / 2 + 1);
          var splitter = PassageSplitter.of(BOUNDARIES, counter, max + special, overlap);

          check(
              document(title, text), splitter.split(document(title, text)), counter, max + special);
        });
  }

  private static void check(
      Document document, List<Passage> passages, ToIntFunction<String> counter, int max) {
    String text = document.text();
    var graphemes = IntStream.of(BOUNDARIES.graphemes(text)).boxed().collect(Collectors.toSet());
    var covered = new BitSet();
    int ordinal = 0;
    int lastStart = -1;
    int lastEnd = -1;
    for (Passage p : passages) {
      assertThat(p.ordinal()).isEqualTo(ordinal++);
      assertThat(p.text()).isEqualTo(text.substring(p.start(), p.end()));
      assertThat(p.start()).isGreaterThan(lastStart);
      lastStart = p.start();
      assertThat(p.end()).isGreaterThan(lastEnd);
      lastEnd = p.end();
      if (!p.text().isEmpty()) {
        assertThat(isCut(text, p.start(), graphemes)).as("start of %s", p).isTrue();
        assertThat(isCut(text, p.end(), graphemes)).as("end of %s", p).isTrue();
      }
      if (counter.applyAsInt(p.embeddedText()) > max) {
        assertThat(BOUNDARIES.graphemes(p.text())).as("one cluster: %s", p).hasSizeLessThan(3);
      }
      covered.set(p.start(), p.end());
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        assertThat(covered.get(i)).as("offset %d of '%s'", i, text).isTrue();
      }
    }
  }

  /** A cut between clusters, or beside the space that was stripped off. */
  private static boolean isCut(String text, int at, Set<Integer> graphemes) {
    return graphemes.contains(at)
        || (at < text.length() && Character.isWhitespace(text.charAt(at)))
        || (at > 0 && Character.isWhitespace(text.charAt(at - 1)));
  }

  @Test
  void countsEachStretchABoundedNumberOfTimes() {
    var random = new SplittableRandom(7);
    for (int length : new int[] {2_000, 20_000, 200_000}) {
      var text = RandomText.of(random, length);
      var counted = new AtomicLong();
      ToIntFunction<String> counter =
          part -> {
            counted.addAndGet(part.length());
            return part.codePointCount(0, part.length());
          };

      PassageSplitter.of(BOUNDARIES, counter, 64, 16).split(document("", text));

      // Whole, sentences, lines, words, graphemes, the passages with their overlap, its words.
      assertThat(counted.get()).isLessThan(9L * text.length());
    }
  }

  private static ToIntFunction<String> counter(int kind) {
    return switch (kind) {
      case 0 -> PassageSplitterTest::countWords;
      case 1 -> text -> text.codePointCount(0, text.length()) + 2;
      case 2 -> text -> (text.length() + 3) / 4 + 1;
      // Counts that do not add up: a merge of two letters may reach over any cut.
      default -> text -> text.replaceAll("[aeiou][a-z]|[ .]+", "x").length();
    };
  }

  private static int countWords(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private static PassageSplitter words(int max, int overlap) {
    return PassageSplitter.of(BOUNDARIES, PassageSplitterTest::countWords, max, overlap);
  }

  private static PassageSplitter codePoints(int max) {
    return PassageSplitter.of(BOUNDARIES, text -> text.codePointCount(0, text.length()), max, 0);
  }

  private static Document document(String title, String text) {
    return new Document("d", title, text, noMetadata(), Origin.ofLine("f", 1));
  }

  private static Json.Members noMetadata() {
    return new Json.Members(Map.of());
  }

  private static List<String> texts(List<Passage> passages) {
    return passages.stream().map(Passage::text).toList();
  }
}
