package dev.akin.text.tokenizer;

import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns a unigram language model (Kudo 2018, section 3.2): from frequent substrings as seeds,
 * expectation maximisation gives each piece its probability, then the pieces whose loss hurts the
 * likelihood least are dropped, a quarter a round, until the vocabulary is small enough. Single
 * characters are never dropped. The details (digamma in the M step, counts below one half dropped)
 * are those of SentencePiece.
 */
final class UnigramTrainer {
  private static final double KEPT_PER_ROUND = 0.75;
  private static final int STEPS_PER_ROUND = 2;
  private static final double LEAST_EXPECTED_COUNT = 0.5;

  /** Pruning stops here, and the likeliest pieces make the vocabulary. */
  private static final double LAST_SIZE = 1.1;

  private final TokenizerTraining training;
  private final WordCounts words;
  private final List<String> specials;
  private final Set<String> required;
  private List<Piece> pieces;

  /** A piece and its log-probability. */
  record Piece(String text, double score) {}

  UnigramTrainer(TokenizerTraining training, WordCounts words) {
    this.training = training;
    this.words = words;
    this.specials = TokenizerTrainer.specialTokens(training);
    var seeds = new UnigramSeeds(words, training.minCount());
    this.required = seeds.characters();
    int room = training.vocabularySize() - specials.size();
    if (required.size() > room) {
      throw new IllegalArgumentException(
          "a vocabulary of %d has no room for the %d special tokens and %d single characters"
              .formatted(training.vocabularySize(), specials.size(), required.size()));
    }
    this.pieces = seeds.pieces(Math.max(10 * room, 10_000));
  }

  /** The member {@code model}. */
  Json train() {
    int room = training.vocabularySize() - specials.size();
    int lastSize = (int) (LAST_SIZE * room);
    while (true) {
      for (int step = 0; step < STEPS_PER_ROUND; step++) {
        maximize(expectedCounts());
      }
      if (pieces.size() <= lastSize) {
        break;
      }
      prune(Math.max(lastSize, (int) (KEPT_PER_ROUND * pieces.size())));
    }
    return model(finalPieces(room));
  }

  private double[] expectedCounts() {
    var lattice = new UnigramLattice(pieces);
    double[] expected = new double[pieces.size()];
    for (int w = 0; w < words.size(); w++) {
      lattice.addExpectedCounts(words.word(w), (double) words.count(w), expected);
    }
    return expected;
  }

  /** New probabilities from expected counts; pieces hardly met go, single characters stay. */
  private void maximize(double[] expected) {
    var kept = new ArrayList<Piece>();
    double total = 0;
    for (int i = 0; i < expected.length; i++) {
      String text = pieces.get(i).text();
      double count = expected[i];
      if (required.contains(text)) {
        count = Math.max(count, LEAST_EXPECTED_COUNT);
      } else if (count < LEAST_EXPECTED_COUNT) {
        continue;
      }
      kept.add(new Piece(text, count));
      total += count;
    }
    double logTotal = digamma(total);
    kept.replaceAll(piece -> new Piece(piece.text(), digamma(piece.score()) - logTotal));
    pieces = kept;
  }

  /**
   * Keeps the pieces whose removal would cost the most. A piece that is removed is written with the
   * pieces of its second-best cut, which then occur as often more.
   */
  private void prune(int size) {
    var lattice = new UnigramLattice(pieces);
    double[] used = expectedCounts();
    double total = Arrays.stream(used).sum();
    Set<String> survivors = new HashSet<>(required);
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < used.length; i++) {
      Piece piece = pieces.get(i);
      if (!required.contains(piece.text())) {
        candidates.add(new Candidate(piece, used[i] > 0 ? loss(lattice, i, used, total) : 0));
      }
    }
    candidates.sort(null);
    candidates.stream()
        .limit(Math.max(0, size - required.size()))
        .forEach(candidate -> survivors.add(candidate.piece().text()));
    pieces = pieces.stream().filter(piece -> survivors.contains(piece.text())).toList();
  }

  /** The greatest loss first; of pieces no best cut uses, which lose nothing, the likeliest. */
  private record Candidate(Piece piece, double loss) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byLoss = Double.compare(other.loss, loss);
      return byLoss != 0 ? byLoss : byScore().compare(piece, other.piece);
    }
  }

  private double loss(UnigramLattice lattice, int piece, double[] used, double total) {
    int[] others = lattice.best(pieces.get(piece).text(), piece);
    double logTotal = Math.log(total);
    double logTotalWithout = Math.log(total + used[piece] * (others.length - 1));
    double logWithout = 0;
    for (int other : others) {
      logWithout += Math.log(used[other] + used[piece]) - logTotalWithout;
    }
    return used[piece] * (Math.log(used[piece]) - logTotal - logWithout);
  }

  private static Comparator<Piece> byScore() {
    return Comparator.comparingDouble(Piece::score).reversed().thenComparing(Piece::text);
  }

  /** The required characters and the likeliest others, by falling score. */
  private List<Piece> finalPieces(int room) {
    var last = new ArrayList<Piece>();
    pieces.stream().filter(piece -> required.contains(piece.text())).forEach(last::add);
    pieces.stream()
        .filter(piece -> !required.contains(piece.text()))
        .sorted(byScore())
        .limit(room - last.size())
        .forEach(last::add);
    last.sort(byScore());
    return last;
  }

  private Json model(List<Piece> last) {
    var vocab = new ArrayList<Json>();
    specials.forEach(token -> vocab.add(new Json.Array(List.of(Json.of(token), Json.of(0.0)))));
    for (Piece piece : last) {
      if (!specials.contains(piece.text())) {
        vocab.add(new Json.Array(List.of(Json.of(piece.text()), Json.of(piece.score()))));
      }
    }
    int unknown =
        IntStream.range(0, specials.size())
            .filter(i -> specials.get(i).equals("<unk>"))
            .findFirst()
            .orElseThrow();
    return TokenizerTrainer.object(
        Map.entry("type", Json.of("Unigram")),
        Map.entry("unk_id", Json.of(unknown)),
        Map.entry("vocab", new Json.Array(vocab)),
        Map.entry("byte_fallback", Json.of(false)));
  }

  /** Derivative of log Γ for x &gt; 0: recurrence up to 7, then the asymptotic series. */
  static double digamma(double x) {
    double shift = 0;
    double at = x;
    for (; at < 7; at++) {
      shift -= 1 / at;
    }
    double inverse = 1 / (at * at);
    double series = inverse * (1.0 / 12 - inverse * (1.0 / 120 - inverse / 252));
    return shift + Math.log(at) - 0.5 / at - series;
  }
}
