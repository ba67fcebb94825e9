package dev.akin.text.tokenizer;

import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Learns the merges of byte-pair encoding: again and again the pair of neighbours met most often
 * becomes a token (Sennrich et al. 2016, algorithm 1); of pairs met as often the one with the
 * smaller ids. Only words that hold the pair are touched.
 *
 * <p>WordPiece is learnt in the same way, with a prefix for what stands inside a word, and keeps
 * the tokens alone.
 */
final class BytePairTrainer {
  private static final String PREFIX = "##";

  private final TokenizerTraining training;
  private final long[] counts;
  private final int[][] symbols;
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Json> merges = new ArrayList<>();
  private final Map<Long, Pair> pairs = new HashMap<>();
  private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

  /** How often a pair occurs, and in which words it may be found. */
  private static final class Pair {
    private long count;
    private int[] words = new int[2];
    private int size;

    void addWord(int word) {
      if (size > 0 && words[size - 1] == word) {
        return;
      }
      if (size == words.length) {
        words = Arrays.copyOf(words, 2 * size);
      }
      words[size++] = word;
    }
  }

  /** A pair that may be the next; it is not if its count has changed since. */
  private record Candidate(long pair, long count) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byCount = Long.compare(other.count, count);
      return byCount != 0 ? byCount : Long.compare(pair, other.pair);
    }
  }

  BytePairTrainer(TokenizerTraining training, WordCounts words) {
    this.training = training;
    this.counts = new long[words.size()];
    this.symbols = new int[words.size()][];
    TokenizerTrainer.specialTokens(training).forEach(this::id);
    alphabet(words).forEach(this::id);
    if (tokens.size() > training.vocabularySize()) {
      throw new IllegalArgumentException(
          "a vocabulary of %d has no room for the %d special tokens and single characters"
              .formatted(training.vocabularySize(), tokens.size()));
    }
    for (int w = 0; w < symbols.length; w++) {
      counts[w] = words.count(w);
      symbols[w] = symbols(words.word(w)).stream().mapToInt(this::id).toArray();
    }
  }

  private int id(String token) {
    return ids.computeIfAbsent(
        token,
        t -> {
          tokens.add(t);
          return tokens.size() - 1;
        });
  }

  /** The tokens there are before anything is merged. */
  private List<String> alphabet(WordCounts words) {
    var characters = new TreeSet<String>();
    for (int w = 0; w < words.size(); w++) {
      characters.addAll(symbols(words.word(w)));
    }
    return switch (training.kind()) {
      case BYTE_LEVEL_BPE ->
          IntStream.range(0, 256).mapToObj(b -> String.valueOf(ByteLevel.sign(b))).toList();
      case BPE -> {
        var all = new ArrayList<String>();
        IntStream.range(0, 256).mapToObj("<0x%02X>"::formatted).forEach(all::add);
        all.addAll(characters);
        yield all;
      }
      case WORD_PIECE, UNIGRAM -> List.copyOf(characters);
    };
  }

  private List<String> symbols(String word) {
    var symbols = new ArrayList<String>();
    for (int i = 0; i < word.length(); ) {
      int next = i + Character.charCount(word.codePointAt(i));
      String character = word.substring(i, next);
      symbols.add(i > 0 && isWordPiece() ? PREFIX + character : character);
      i = next;
    }
    return symbols;
  }

  private boolean isWordPiece() {
    return training.kind() == TokenizerKind.WORD_PIECE;
  }

  /** The member {@code model}. */
  Json train() {
    for (int w = 0; w < symbols.length; w++) {
      for (int i = 0; i + 1 < symbols[w].length; i++) {
        count(symbols[w][i], symbols[w][i + 1], w, counts[w]);
      }
    }
    pairs.forEach((pair, found) -> queue.add(new Candidate(pair, found.count)));
    while (tokens.size() < training.vocabularySize() && !queue.isEmpty()) {
      Candidate best = queue.remove();
      Pair found = pairs.get(best.pair());
      if (found == null || found.count < training.minCount()) {
        continue;
      }
      if (found.count != best.count()) {
        queue.add(new Candidate(best.pair(), found.count));
        continue;
      }
      merge(best.pair(), found);
    }
    return model();
  }

  private static long pair(int left, int right) {
    return (long) left << 32 | right;
  }

  private void count(int left, int right, int word, long change) {
    Pair pair = pairs.computeIfAbsent(pair(left, right), _ -> new Pair());
    pair.count += change;
    if (change > 0) {
      pair.addWord(word);
    }
  }

  private void merge(long key, Pair found) {
    int left = (int) (key >> 32);
    int right = (int) key;
    String tail = tokens.get(right);
    String token = tokens.get(left) + (isWordPiece() ? tail.substring(PREFIX.length()) : tail);
    int merged = id(token);
    merges.add(new Json.Array(List.of(Json.of(tokens.get(left)), Json.of(tail))));
    pairs.remove(key);
    var touched = new TreeSet<Long>();
    for (int i = 0; i < found.size; i++) {
      mergeIn(found.words[i], left, right, merged, touched);
    }
    for (long pair : touched) {
      Pair changed = pairs.get(pair);
      if (changed != null && changed.count > 0) {
        queue.add(new Candidate(pair, changed.count));
      }
    }
    pairs.remove(key);
  }

  private void mergeIn(int word, int left, int right, int merged, Set<Long> touched) {
    int[] old = symbols[word];
    int size = 0;
    int[] next = new int[old.length];
    long count = counts[word];
    for (int i = 0; i < old.length; i++) {
      if (i + 1 < old.length && old[i] == left && old[i + 1] == right) {
        if (size > 0) {
          count(next[size - 1], left, word, -count);
          count(next[size - 1], merged, word, count);
          touched.add(pair(next[size - 1], merged));
        }
        if (i + 2 < old.length) {
          count(right, old[i + 2], word, -count);
          count(merged, old[i + 2], word, count);
          touched.add(pair(merged, old[i + 2]));
        }
        next[size++] = merged;
        i++;
      } else {
        next[size++] = old[i];
      }
    }
    symbols[word] = Arrays.copyOf(next, size);
  }

  private Json model() {
    var vocab = new LinkedHashMap<String, Json>();
    for (String token : tokens) {
      vocab.put(token, Json.of(vocab.size()));
    }
    if (isWordPiece()) {
      return TokenizerTrainer.object(
          Map.entry("type", Json.of("WordPiece")),
          Map.entry("unk_token", Json.of("[UNK]")),
          Map.entry("continuing_subword_prefix", Json.of(PREFIX)),
          Map.entry("max_input_chars_per_word", Json.of(100)),
          Map.entry("vocab", new Json.Members(vocab)));
    }
    boolean isPlain = training.kind() == TokenizerKind.BPE;
    return TokenizerTrainer.object(
        Map.entry("type", Json.of("BPE")),
        Map.entry("dropout", new Json.Null()),
        Map.entry("unk_token", isPlain ? Json.of("<unk>") : new Json.Null()),
        Map.entry("continuing_subword_prefix", new Json.Null()),
        Map.entry("end_of_word_suffix", new Json.Null()),
        Map.entry("fuse_unk", Json.of(isPlain)),
        Map.entry("byte_fallback", Json.of(isPlain)),
        Map.entry("ignore_merges", Json.of(false)),
        Map.entry("vocab", new Json.Members(vocab)),
        Map.entry("merges", new Json.Array(merges)));
  }
}
