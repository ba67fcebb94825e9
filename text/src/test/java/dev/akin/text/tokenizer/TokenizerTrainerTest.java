package dev.akin.text.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.testkit.Seeds;
import dev.akin.text.Json;
import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizerTrainerTest {
  /** 1,000 words of a small alphabet, so that pairs repeat and counts tie. */
  private static List<String> words() {
    var random = new SplittableRandom(7);
    var words = new ArrayList<String>();
    for (int w = 0; w < 1_000; w++) {
      var word = new StringBuilder();
      for (int i = random.nextInt(1, 13); i > 0; i--) {
        word.append("aaabbcde\u00e9".charAt(random.nextInt(9)));
      }
      words.add(word.toString());
    }
    return words;
  }

  private static Json train(TokenizerKind kind, int size, List<String> texts) {
    return TokenizerTrainer.train(
        new TokenizerTraining(kind, size, 2, List.of("<pad>")), texts.stream());
  }

  @Test
  void mergesAreThoseOfTheNaiveAlgorithm() {
    List<String> words = words();
    Json json = train(TokenizerKind.BYTE_LEVEL_BPE, 257 + 120, words);
    assertThat(merges(json)).hasSize(120).isEqualTo(naiveMerges(words, 120));
  }

  @Test
  void wordsAreMergedAsTheNaiveAlgorithmMergesThem() {
    List<String> words = words();
    Json json = train(TokenizerKind.BYTE_LEVEL_BPE, 400, words);
    Tokenizer tokenizer = Tokenizers.of(json, "test");
    List<String> merges = merges(json);
    for (String word : words) {
      List<String> tokens = new ArrayList<>();
      TokenSequence sequence = tokenizer.encode(word);
      for (int i = 0; i < sequence.length(); i++) {
        tokens.add(tokenizer.vocabulary().token(sequence.id(i)));
      }
      assertThat(tokens).as(word).isEqualTo(naiveTokens(signs(word), merges));
    }
  }

  private static List<String> merges(Json json) {
    var merges = new ArrayList<String>();
    Json.Members model = (Json.Members) ((Json.Members) json).find("model").orElseThrow();
    for (Json merge : ((Json.Array) model.find("merges").orElseThrow()).items()) {
      List<Json> pair = ((Json.Array) merge).items();
      merges.add(((Json.Text) pair.get(0)).value() + " " + ((Json.Text) pair.get(1)).value());
    }
    return merges;
  }

  private static List<String> signs(String word) {
    var signs = new ArrayList<String>();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      signs.add(String.valueOf(ByteLevel.sign(b & 0xFF)));
    }
    return signs;
  }

  /** Counts all pairs anew before every merge; ties go to the smaller ids. */
  private static List<String> naiveMerges(List<String> words, int count) {
    Map<String, Integer> ids = new HashMap<>();
    ids.put("<pad>", 0);
    for (int b = 0; b < 256; b++) {
      ids.put(String.valueOf(ByteLevel.sign(b)), b + 1);
    }
    List<List<String>> split = new ArrayList<>();
    words.forEach(word -> split.add(signs(word)));
    var merges = new ArrayList<String>();
    while (merges.size() < count) {
      Map<Long, Integer> counts = new TreeMap<>();
      Map<Long, String> names = new HashMap<>();
      for (List<String> word : split) {
        for (int i = 0; i + 1 < word.size(); i++) {
          long left = ids.getOrDefault(word.get(i), 0);
          long pair = left << 32 | ids.getOrDefault(word.get(i + 1), 0);
          counts.merge(pair, 1, Integer::sum);
          names.put(pair, word.get(i) + " " + word.get(i + 1));
        }
      }
      int most = Collections.max(counts.values());
      long best =
          counts.entrySet().stream()
              .filter(e -> e.getValue() == most)
              .findFirst()
              .orElseThrow()
              .getKey();
      String merge = names.getOrDefault(best, "");
      merges.add(merge);
      ids.putIfAbsent(merge.replace(" ", ""), ids.size());
      split.replaceAll(word -> merged(word, merge));
    }
    return merges;
  }

  private static List<String> merged(List<String> word, String merge) {
    var out = new ArrayList<String>();
    for (int i = 0; i < word.size(); i++) {
      if (i + 1 < word.size() && (word.get(i) + " " + word.get(i + 1)).equals(merge)) {
        out.add(word.get(i) + word.get(i + 1));
        i++;
      } else {
        out.add(word.get(i));
      }
    }
    return out;
  }

  private static List<String> naiveTokens(List<String> word, List<String> merges) {
    List<String> tokens = word;
    for (String merge : merges) {
      tokens = merged(tokens, merge);
    }
    return tokens;
  }

  @Test
  void viterbiFindsTheBestOfAllWaysToCutAWord() {
    Seeds.forEach(
        60,
        random -> {
          Map<String, Double> scores = new TreeMap<>();
          for (String character : List.of("a", "b", "c")) {
            scores.put(character, -1 - random.nextDouble());
          }
          for (int i = 0; i < 25; i++) {
            scores.put(word(random, 2, 5), -2 - 3 * random.nextDouble());
          }
          Tokenizer tokenizer = unigram(scores);
          String word = word(random, 1, 13);
          double found = 0;
          TokenSequence tokens = tokenizer.encode(word);
          for (int i = 0; i < tokens.length(); i++) {
            found +=
                scores.getOrDefault(word.substring(tokens.start(i), tokens.end(i)), Double.NaN);
          }
          assertThat(found).as(word).isCloseTo(best(word, scores), within(1e-9));
        });
  }

  private static String word(SplittableRandom random, int least, int bound) {
    var word = new StringBuilder();
    for (int i = random.nextInt(least, bound); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  private static Tokenizer unigram(Map<String, Double> scores) {
    var vocab = new ArrayList<Json>();
    vocab.add(new Json.Array(List.of(Json.of("<unk>"), Json.of(0.0))));
    scores.forEach(
        (token, score) -> vocab.add(new Json.Array(List.of(Json.of(token), Json.of(score)))));
    return Tokenizers.of(
        new Json.Members(
            Map.of(
                "model",
                new Json.Members(
                    Map.of(
                        "type",
                        Json.of("Unigram"),
                        "unk_id",
                        Json.of(0L),
                        "vocab",
                        new Json.Array(vocab))))),
        "test");
  }

  /** Every subset of the gaps between characters is tried. */
  private static double best(String word, Map<String, Double> scores) {
    double best = Double.NEGATIVE_INFINITY;
    for (int cuts = 0; cuts < 1 << (word.length() - 1); cuts++) {
      double score = 0;
      int start = 0;
      for (int end = 1; end <= word.length(); end++) {
        if (end == word.length() || (cuts >> (end - 1) & 1) == 1) {
          score += scores.getOrDefault(word.substring(start, end), Double.NEGATIVE_INFINITY);
          start = end;
        }
      }
      best = Math.max(best, score);
    }
    return best;
  }

  @Test
  void expectedCountsAreThoseOfAllWaysWeighedByProbability() {
    List<UnigramTrainer.Piece> pieces =
        List.of(
            new UnigramTrainer.Piece("a", Math.log(0.4)),
            new UnigramTrainer.Piece("b", Math.log(0.2)),
            new UnigramTrainer.Piece("ab", Math.log(0.3)),
            new UnigramTrainer.Piece("ba", Math.log(0.1)));
    double[] expected = new double[4];
    new UnigramLattice(pieces).addExpectedCounts("aba", 2, expected);
    // a·b·a = .032, ab·a = .12, a·ba = .04; in sum .192, and the word occurs twice.
    double all = 0.032 + 0.12 + 0.04;
    assertThat(expected[0]).isCloseTo(2 * (2 * 0.032 + 0.12 + 0.04) / all, within(1e-12));
    assertThat(expected[1]).isCloseTo(2 * 0.032 / all, within(1e-12));
    assertThat(expected[2]).isCloseTo(2 * 0.12 / all, within(1e-12));
    assertThat(expected[3]).isCloseTo(2 * 0.04 / all, within(1e-12));
  }

  @Test
  void digammaIsTheDerivativeOfLogGamma() {
    // Abramowitz and Stegun, table 6.1 and 6.3.2: ψ(1) = −γ, ψ(1/2) = −γ − 2 ln 2, ψ(10).
    assertThat(UnigramTrainer.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-9));
    assertThat(UnigramTrainer.digamma(0.5)).isCloseTo(-1.9635100260214235, within(1e-9));
    assertThat(UnigramTrainer.digamma(10)).isCloseTo(2.251752589066721, within(1e-9));
  }

  @Test
  void aUnigramModelNeedsFewerTokensThanCharacters() {
    var random = new SplittableRandom(3);
    List<String> stems =
        List.of("walk", "talk", "jump", "look", "paint", "climb", "greet", "mount", "sort", "film");
    List<String> endings = List.of("ing", "ed", "s", "er", "ers", "able");
    var texts = new ArrayList<String>();
    for (int i = 0; i < 2_000; i++) {
      texts.add(stems.get(random.nextInt(10)) + endings.get(random.nextInt(6)));
    }
    Tokenizer tokenizer = Tokenizers.of(train(TokenizerKind.UNIGRAM, 45, texts), "test");
    assertThat(tokenizer.vocabulary().size()).isEqualTo(45);
    int tokens = texts.stream().mapToInt(tokenizer::count).sum();
    int characters = texts.stream().mapToInt(String::length).sum();
    assertThat(tokens).isLessThan(characters * 6 / 10);
  }

  @ParameterizedTest
  @EnumSource
  void theSameTextsGiveTheSameFileInAnyOrder(TokenizerKind kind) {
    List<String> words = words();
    List<String> shuffled = new ArrayList<>(words);
    Collections.reverse(shuffled);
    int size = 500;
    Json once = train(kind, size, words);
    assertThat(train(kind, size, shuffled).toLine()).isEqualTo(once.toLine());
    Tokenizer tokenizer = Tokenizers.of(once, "test");
    assertThat(tokenizer.vocabulary().size()).isLessThanOrEqualTo(size);
    assertThat(tokenizer.vocabulary().findId("<pad>")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void aTextThatWasLearntComesBack(TokenizerKind kind) {
    List<String> texts = List.of("new newer newest", "low lower lowest", "wide wider widest");
    Tokenizer tokenizer = Tokenizers.of(train(kind, 600, texts), "test");
    for (String text : texts) {
      assertThat(tokenizer.decode(tokenizer.encode(text).ids())).isEqualTo(text);
    }
  }

  @Test
  void unlearntCharactersBecomeBytesAndComeBack() {
    Tokenizer tokenizer =
        Tokenizers.of(train(TokenizerKind.BPE, 400, List.of("plain words only")), "test");
    String text = "only \u4f60\u597d \ud83d\ude00 words";
    assertThat(tokenizer.decode(tokenizer.encode(text).ids())).isEqualTo(text);
    assertThat(tokenizer.isLossless()).isFalse();
  }

  @Test
  void aVocabularyTooSmallIsRefusedWithTheNumberNeeded() {
    assertThatThrownBy(() -> train(TokenizerKind.BYTE_LEVEL_BPE, 100, List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a vocabulary of 100 has no room for the 257 special tokens and single characters");
    assertThatThrownBy(() -> train(TokenizerKind.UNIGRAM, 4, List.of("abc abc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a vocabulary of 4 has no room for the 2 special tokens and 4 single characters");
    assertThatThrownBy(() -> new TokenizerTraining(TokenizerKind.BPE, 0, 2, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vocabulary size 0 and least count 2; both need to be at least 1");
    assertThatThrownBy(() -> new TokenizerTraining(TokenizerKind.BPE, 9, 2, List.of("x", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("special tokens [x, x]; each needs a name of its own");
  }
}
