package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import dev.akin.vector.transform.Alignment;
import dev.akin.words.Neighbour;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.ChangeMeasure;
import dev.akin.words.geometry.WordChange;
import dev.akin.words.training.Compass;
import dev.akin.words.training.Method;
import dev.akin.words.training.TextWords;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a compass brings slices of a text into one space better than a rotation does. */
public final class SlicesStudy implements Study {
  private static final long WORDS = 4_000_000;
  private static final int FIRST_RANK = 200;
  private static final int LAST_RANK = 3000;
  private static final int SWAPS = 98;
  private static final int SLICE_EPOCHS = 10;
  private static final int CANDIDATES = 10_000;
  private static final int ALIGNING = 5000;
  private static final int REPORTED = 20;

  /** Below this rank of either slice of papers a word stands a few dozen times only. */
  private static final int REPORTED_RANK = 2000;

  private static final int NEIGHBOURS = 5;

  @Override
  public String name() {
    return "slices";
  }

  @Override
  public String title() {
    return "Slices of a text in one space";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Training Temporal Word Embeddings with a Compass",
        "Di Carlo, Bianchi and Palmonari",
        2019,
        "slices learned against the frozen output table of the whole text can be compared, better"
            + " than slices that are learned apart and rotated upon each other.");
  }

  @Override
  public List<String> data() {
    return List.of(Wikipedia.PATH, Anthology.PATH);
  }

  @Override
  public String design() {
    return """
    Slices whose changes are known without a mistake: the even and the odd lines of the first 4
    million words of Wikipedia, where in the odd lines 98 pairs of words of neighbouring ranks, drawn from
    ranks 200 to 3,000, are written for each other. CBOW, 100 cells; the compass 5 epochs, each slice 10.
    A word of the even lines is asked for among the 10,000 most frequent words of the odd ones: the
    nearest should be the word itself, or the one it was swapped with.

    The claim as a figure: precision at 1, slices by the compass minus slices learned apart and
    rotated by 5,000 words (Procrustes), the mean over swapped words and over the other words of those
    ranks, each half the weight. Control: the same minus slices learned apart and not rotated. Further
    rows: slices whose vectors begin as the compass's, with its outputs frozen and without. The rows
    also say how well the cosine of a word with itself tells swapped words from others (AUC: the
    share of pairs of a swapped and an unswapped word in which the swapped one has the lower).

    Then titles and abstracts of the ACL Anthology up to 2009 and from 2017 on, by a compass of all
    years: the most changed words among the 2,000 most frequent of both are printed, without a
    verdict, since nobody has judged them. Whether words that are known to have shifted are told from
    others is tried in [known shifts](known-shifts.md).
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    WordSource text = new TextWords(context.require(Wikipedia.PATH));
    Swaps swaps = Swaps.drawn(new TextSlice(text, WORDS, 1, 0, Map.of()), context.seed());
    WordSource even = new TextSlice(text, WORDS, 2, 0, Map.of());
    WordSource odd = new TextSlice(text, WORDS, 2, 1, swaps.partners());
    WordSource both =
        sink -> {
          even.read(sink);
          odd.read(sink);
        };
    String name = "slices-%d-".formatted(context.seed());
    TrainingOptions alone = options(5).epochs(SLICE_EPOCHS).build();
    try (Compass compass = LearnedWords.compass(context, name + "all", both, options(5).build());
        WordVectors first = slice(context, name + "even", even, compass, Compass.Start.RANDOM);
        WordVectors second = slice(context, name + "odd", odd, compass, Compass.Start.RANDOM);
        WordVectors firstNear =
            slice(context, name + "even", even, compass, Compass.Start.COMPASS);
        WordVectors secondNear = slice(context, name + "odd", odd, compass, Compass.Start.COMPASS);
        WordVectors firstFree =
            slice(context, name + "even", even, compass, Compass.Start.CONTINUED);
        WordVectors secondFree =
            slice(context, name + "odd", odd, compass, Compass.Start.CONTINUED);
        WordVectors firstAlone = LearnedWords.of(context, name + "even", even, alone);
        WordVectors secondAlone =
            LearnedWords.of(context, name + "odd", odd, alone.toBuilder().seed(2).build())) {
      Map<String, Pair> pairs = new LinkedHashMap<>();
      pairs.put("compass", new Pair(first, second, false));
      pairs.put("learned apart, rotated", new Pair(firstAlone, secondAlone, true));
      pairs.put("learned apart", new Pair(firstAlone, secondAlone, false));
      pairs.put("compass, beginning as its vectors", new Pair(firstNear, secondNear, false));
      pairs.put("compass, learned further, not frozen", new Pair(firstFree, secondFree, false));
      return outcome(pairs, swaps, CANDIDATES, context.seed(), List.of(papers(context)));
    }
  }

  static TrainingOptions.Builder options(int leastCount) {
    return TrainingOptions.builder(Method.CBOW).negatives(10).leastCount(leastCount);
  }

  static WordVectors slice(
      StudyContext context, String name, WordSource text, Compass compass, Compass.Start start)
      throws IOException {
    TrainingOptions options = compass.slice().epochs(SLICE_EPOCHS).build();
    return LearnedWords.slice(context, name, text, options, compass, start);
  }

  private static ResultTable papers(StudyContext context) throws IOException {
    try (Compass compass = Anthology.compass(context);
        WordVectors before = Anthology.before(context, compass);
        WordVectors after = Anthology.after(context, compass)) {
      return changed(before, after);
    }
  }

  private static ResultTable changed(WordVectors before, WordVectors after) {
    ExactScan scan = new ExactScan(1);
    WordChange change = WordChange.between(before, after, REPORTED_RANK, NEIGHBOURS, scan);
    ResultTable.Builder table =
        ResultTable.titled(
            "The most changed words of the ACL Anthology",
            "word",
            "cosine with itself",
            "nearest up to 2009",
            "nearest from 2017 on");
    for (Neighbour word : change.ranked(ChangeMeasure.COSINE).stream().limit(REPORTED).toList()) {
      table.row(
          word.word(),
          Results.digits(word.score()),
          near(before, word.word(), scan),
          near(after, word.word(), scan));
    }
    return table.build();
  }

  private static String near(WordVectors vectors, String word, ExactScan scan) {
    return WordSearch.of(vectors, scan).amongFirst(CANDIDATES).nearest(word, NEIGHBOURS).stream()
        .map(Neighbour::word)
        .collect(Collectors.joining(", "));
  }

  /**
   * Two tables to be compared.
   *
   * @param rotates whether the first is rotated upon the second before
   */
  record Pair(WordVectors before, WordVectors after, boolean rotates) {}

  /**
   * Words that are written for each other in the second slice, and words that are not.
   *
   * @param partners each swapped word's partner
   */
  record Swaps(Map<String, String> partners, List<String> others) {
    Swaps {
      partners = new LinkedHashMap<>(partners);
      others = List.copyOf(others);
    }

    static Swaps drawn(WordSource text, long seed) throws IOException {
      Vocabulary vocabulary = Vocabulary.count(text, 5, Integer.MAX_VALUE);
      List<Integer> ranks =
          new ArrayList<>(
              IntStream.range(FIRST_RANK / 2, LAST_RANK / 2).map(i -> 2 * i).boxed().toList());
      Collections.shuffle(ranks, new Random(seed));
      Map<String, String> partners = new LinkedHashMap<>();
      for (int rank : ranks.subList(0, SWAPS)) {
        String a = vocabulary.words().word(rank);
        String b = vocabulary.words().word(rank + 1);
        partners.put(a, b);
        partners.put(b, a);
      }
      List<String> others =
          IntStream.range(FIRST_RANK, LAST_RANK)
              .mapToObj(vocabulary.words()::word)
              .filter(word -> !partners.containsKey(word))
              .toList();
      return new Swaps(partners, others);
    }
  }

  /**
   * The outcome on any pairs of tables; the first is the claim's, the second its rival, the third
   * the control's.
   *
   * @param candidates words that can be answers, the first of the second table
   * @param more tables that are printed behind
   */
  static Outcome outcome(
      Map<String, Pair> pairs, Swaps swaps, int candidates, long seed, List<ResultTable> more) {
    List<Found> all = new ArrayList<>();
    ResultTable.Builder table =
        ResultTable.titled(
            "A word of one slice, found in the other",
            "slices",
            "P@1, other words",
            "P@1, swapped words",
            "AUC of change");
    pairs.forEach((name, pair) -> {
      Found found = Found.of(pair, swaps, candidates);
      all.add(found);
      table.row(
          name,
          Results.digits(found.others().value()),
          Results.digits(found.swapped().value()),
          Results.digits(found.auc()));
    });
    List<ResultTable> tables = new ArrayList<>(List.of(table.build()));
    tables.addAll(more);
    return new Outcome(
        difference("compass − learned apart and rotated", all.get(0), all.get(1), seed),
        difference("compass − learned apart", all.get(0), all.get(2), seed),
        tables,
        List.of(
            "%,d swapped words and %,d others are asked for."
                .formatted(all.getFirst().swapped().size(), all.getFirst().others().size())));
  }

  private static Measure difference(String name, Found a, Found b, long seed) {
    return Contrast.none()
        .plusDifference(0.5, "swapped", a.swapped(), b.swapped())
        .plusDifference(0.5, "others", a.others(), b.others())
        .measure("P@1, " + name, 0, seed);
  }

  /** Whether each word was found, and how well the cosine tells which ones changed. */
  private record Found(Estimate swapped, Estimate others, double auc) {
    static Found of(Pair pair, Swaps swaps, int candidates) {
      List<String> changed = List.copyOf(swaps.partners().keySet());
      Matrix ours = pair.before().unitRows(pair.before().size());
      Matrix theirs = pair.after().unitRows(pair.after().size());
      if (!pair.rotates()) {
        return of(pair, ours, theirs, changed, swaps, candidates);
      }
      Alignment alignment = Alignment.procrustes(ours, theirs, same(pair));
      try (Matrix mapped = alignment.source().apply(ours);
          Matrix targets = alignment.target().apply(theirs)) {
        return of(pair, mapped, targets, changed, swaps, candidates);
      }
    }

    private static Found of(
        Pair pair, Matrix ours, Matrix theirs, List<String> changed, Swaps swaps, int candidates) {
      double[] selfChanged = selves(pair, ours, theirs, changed);
      double[] selfOthers = selves(pair, ours, theirs, swaps.others());
      List<String> partners =
          changed.stream().map(word -> swaps.partners().getOrDefault(word, word)).toList();
      return new Found(
          hits(pair, ours, theirs, changed, partners, candidates),
          hits(pair, ours, theirs, swaps.others(), swaps.others(), candidates),
          auc(selfChanged, selfOthers));
    }

    /** The most frequent words that both tables have. */
    private static Alignment.Pairs same(Pair pair) {
      int[] first =
          IntStream.range(0, pair.before().size())
              .filter(i -> pair.after().find(pair.before().words().word(i)).isPresent())
              .limit(ALIGNING)
              .toArray();
      return new Alignment.Pairs(
          first,
          IntStream.of(first)
              .map(i -> pair.after().find(pair.before().words().word(i)).orElseThrow())
              .toArray());
    }

    private static Estimate hits(
        Pair pair,
        Matrix ours,
        Matrix theirs,
        List<String> asked,
        List<String> wanted,
        int candidates) {
      int count = Math.min(candidates, theirs.rows());
      try (Matrix rows = ours.take(places(pair.before(), asked));
          Matrix answers = theirs.take(IntStream.range(0, count).toArray())) {
        List<List<Match>> nearest = new ExactScan(2).nearest(answers, rows, Similarity.COSINE, 1);
        int[] places = places(pair.after(), wanted);
        return Estimate.mean(
            IntStream.range(0, places.length)
                .mapToDouble(i -> nearest.get(i).getFirst().ordinal() == places[i] ? 1 : 0)
                .toArray());
      }
    }

    private static double[] selves(Pair pair, Matrix ours, Matrix theirs, List<String> words) {
      int[] first = places(pair.before(), words);
      int[] second = places(pair.after(), words);
      return IntStream.range(0, first.length)
          .mapToDouble(
              i -> Similarity.COSINE.between(ours.copyRow(first[i]), theirs.copyRow(second[i])))
          .toArray();
    }

    private static int[] places(WordVectors vectors, List<String> words) {
      return words.stream().mapToInt(word -> vectors.find(word).orElseThrow()).toArray();
    }

    private static double auc(double[] low, double[] high) {
      double sum = 0;
      for (double l : low) {
        for (double h : high) {
          sum += l < h ? 1 : l == h ? 0.5 : 0;
        }
      }
      return sum / low.length / high.length;
    }
  }
}
