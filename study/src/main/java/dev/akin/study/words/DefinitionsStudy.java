package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.eval.link.TargetRanks;
import dev.akin.eval.pair.Correlation;
import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.task.ScoredPairs;
import dev.akin.study.task.StsTask;
import dev.akin.vector.Matrix;
import dev.akin.vector.Scorer;
import dev.akin.vector.Similarity;
import dev.akin.vector.transform.Alignment;
import dev.akin.vector.transform.Transform;
import dev.akin.words.SentenceEncoder;
import dev.akin.words.SentenceWeighting;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Whether definitions, mapped to the vectors of their words, find words never learned from. */
public final class DefinitionsStudy implements Study {
  static final String MEAN = "words of the definition, SIF";
  static final String MEAN_MAPPED = "words of the definition, SIF, mapped";
  static final String ENCODER = "minilm, mapped";
  static final String DEALT = "minilm, mapped, words dealt anew";
  private static final String ENCODER_ALONE = "minilm";
  private static final int CANDIDATES = 10_000;
  private static final int ASKED = 1000;
  private static final int LEARNED = 4000;
  private static final int DEFINITIONS = 3;
  private static final int HITS = 10;

  /** Pairs a unit of the ridge: rows have length 1, so that it is small beside what they add up. */
  private static final double PAIRS_A_RIDGE = 1000;

  private static final String STS = "stsb-en";

  @Override
  public String name() {
    return "definitions";
  }

  @Override
  public String title() {
    return "Words found by their definitions";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "DefSent: Sentence Embeddings using Definition Sentences",
        "Tsukagoshi, Sasano and Takeda",
        2021,
        "an encoder learns meanings from a dictionary by predicting words from their definitions.");
  }

  @Override
  public List<String> data() {
    return List.of(Wikipedia.PATH, WordNetLexicon.PATH, "sts/stsb-en");
  }

  @Override
  public String design() {
    return """
    The paper trains all weights of an encoder; here the encoder stays as it is and a linear map of its
    rows is learned, by least squares with a ridge of a thousandth of the pairs, both sides brought to unit
    length and centred before. Targets are CBOW vectors learned on 17 million words of Wikipedia,
    definitions those of Open English WordNet. Of the 10,000 most frequent words, as far as
    they have a definition, 1,000 are asked for by one definition each, and 4,000 others are learned from,
    up to three definitions each. No definition is used that says a word it is of, and none to learn from that a
    word asked for has too. All 10,000 words are candidates, by cosine; synonyms that have the same
    definition do not stand in each other's way.

    The claim as a figure: mean reciprocal rank over the 1,000 words, rows of `minilm` mapped minus
    the mean of the definition's own CBOW vectors with SIF weights, for which nothing is learned from
    the dictionary. Control: the map minus one that was learned with the words dealt to the definitions
    anew. That the SIF mean is mapped as well tells what is the map's gain and what the encoder's. The
    paper's own use, similarity of sentences, is shown on STS-B without a verdict.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    try (WordVectors learned = Wikipedia.cbow(context)) {
      WordList candidates = learned.words().first(CANDIDATES);
      Glossary glossary =
          Glossary.drawn(
              WordNetLexicon.synsets(context.require(WordNetLexicon.PATH)),
              candidates,
              ASKED,
              LEARNED,
              DEFINITIONS,
              context.seed());
      // Not closed: the vectors belong to the block.
      Encoder mean =
          SentenceEncoder.fit(
              learned,
              WordEncoderOptions.defaults(),
              SentenceWeighting.Sif.USUAL,
              glossary.learned().stream().map(Glossary.Gloss::text));
      Encoder minilm =
          context.systems().open(SystemSpec.parse("minilm")).requireEncoder(name(), List.of());
      context
          .progress()
          .accept("reading %,d definitions".formatted(glossary.learned().size() + ASKED));
      ScoredPairs pairs = ((StsTask) context.tasks().open(STS)).pairs();
      try (WordVectors targets = WordFigures.restricted(learned, candidates)) {
        return outcome(targets, glossary, mean, minilm, pairs, context.seed());
      }
    }
  }

  /**
   * The outcome on any dictionary.
   *
   * @param targets the candidates' vectors
   * @param mean gives rows of the targets' cells
   * @param encoder the claim's
   * @param pairs that are compared besides
   */
  static Outcome outcome(
      WordVectors targets,
      Glossary glossary,
      Encoder mean,
      Encoder encoder,
      ScoredPairs pairs,
      long seed) {
    Matrix words = targets.unitRows(targets.size());
    try (Matrix wanted = Alignment.normalisation(words).apply(words)) {
      List<Integer> own = glossary.learned().stream().map(Glossary.Gloss::word).toList();
      List<Integer> dealt = new ArrayList<>(own);
      Collections.shuffle(dealt, new Random(seed));
      Map<String, Way> ways = new LinkedHashMap<>();
      ways.put(MEAN, new Way(mean, Transform.unitLength(mean.dimension())));
      ways.put(MEAN_MAPPED, new Way(mean, map(mean, glossary, own, wanted)));
      ways.put(ENCODER, new Way(encoder, map(encoder, glossary, own, wanted)));
      ways.put(DEALT, new Way(encoder, map(encoder, glossary, dealt, wanted)));
      Map<String, TargetRanks> ranks = new LinkedHashMap<>();
      Map<String, Correlation> similar = new LinkedHashMap<>();
      similar.put(
          ENCODER_ALONE,
          new Way(encoder, Transform.unitLength(encoder.dimension())).similarity(pairs));
      ways.forEach((name, way) -> {
        ranks.put(name, way.ranks(glossary.asked(), wanted));
        similar.put(name, way.similarity(pairs));
      });
      String note =
          "%,d definitions are learned from, %,d words asked for among %,d."
              .formatted(own.size(), glossary.asked().size(), targets.size());
      return outcome(ranks, List.of(similarities(similar)), List.of(note), seed);
    }
  }

  /**
   * The outcome of any ranks of the same words.
   *
   * @param ranks by way
   * @param more tables that are printed behind
   */
  static Outcome outcome(
      Map<String, TargetRanks> ranks, List<ResultTable> more, List<String> notes, long seed) {
    ResultTable.Builder table =
        ResultTable.titled("Words found by a definition", "way", "MRR", "hits@10", "median rank");
    ranks.forEach((name, found) ->
        table.row(
            name,
            Results.digits(found.meanReciprocalRank()),
            Results.digits(found.hitsAt(HITS)),
            "%,.1f".formatted(median(found.ranks()))));
    ResultTable.Builder differences =
        ResultTable.titled("Differences of MRR", "ways", "difference", "95 % interval");
    for (List<String> pair :
        List.of(
            List.of(MEAN_MAPPED, MEAN), List.of(ENCODER, MEAN_MAPPED), List.of(ENCODER, MEAN))) {
      String name = pair.get(0) + " − " + pair.get(1);
      Measure measure = difference(name, ranks, pair.get(0), pair.get(1), seed);
      differences.row(name, Results.digits(measure.value()), Results.interval(measure));
    }
    List<ResultTable> tables = new ArrayList<>(List.of(table.build(), differences.build()));
    tables.addAll(more);
    return new Outcome(
        difference("MRR, encoder mapped − SIF mean", ranks, ENCODER, MEAN, seed),
        difference("encoder mapped − mapped, words dealt anew", ranks, ENCODER, DEALT, seed),
        tables,
        notes);
  }

  private static Measure difference(
      String name, Map<String, TargetRanks> ranks, String first, String second, long seed) {
    return Contrast.none()
        .plusDifference(1, "words", reciprocal(ranks, first), reciprocal(ranks, second))
        .measure(name, 0, seed);
  }

  private static Estimate reciprocal(Map<String, TargetRanks> ranks, String way) {
    TargetRanks found = ranks.get(way);
    if (found == null) {
      throw new IllegalStateException(way + " was not measured");
    }
    return Estimate.mean(found.reciprocalRanks());
  }

  private static double median(double[] values) {
    double[] rising = values.clone();
    Arrays.sort(rising);
    int middle = rising.length / 2;
    return rising.length % 2 == 1 ? rising[middle] : (rising[middle - 1] + rising[middle]) / 2;
  }

  private static ResultTable similarities(Map<String, Correlation> similar) {
    ResultTable.Builder table =
        ResultTable.titled("Sentences compared: Spearman's ρ on STS-B, test", "way", "ρ");
    similar.forEach((name, figure) ->
        table.row(name, figure.isDefined() ? Results.digits(figure.spearman()) : "–"));
    return table.build();
  }

  /** The map that puts definitions on the vectors of their words, given for each. */
  private static Transform map(
      Encoder encoder, Glossary glossary, List<Integer> words, Matrix wanted) {
    List<String> texts = glossary.learned().stream().map(Glossary.Gloss::text).toList();
    try (Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
      Transform normal = Alignment.normalisation(rows);
      try (Matrix normalised = normal.apply(rows)) {
        var pairs =
            new Alignment.Pairs(
                IntStream.range(0, words.size()).toArray(),
                words.stream().mapToInt(Integer::intValue).toArray());
        return normal.then(
            Alignment.leastSquares(normalised, wanted, pairs, words.size() / PAIRS_A_RIDGE)
                .source());
      }
    }
  }

  /** Rows of an encoder, and what is made of them. */
  private record Way(Encoder encoder, Transform map) {
    Matrix rows(List<String> texts) {
      try (Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
        return map.apply(rows);
      }
    }

    TargetRanks ranks(List<Glossary.Question> asked, Matrix wanted) {
      try (Matrix rows = rows(asked.stream().map(Glossary.Question::text).toList())) {
        double[] ranks = new double[asked.size()];
        float[] scores = new float[wanted.rows()];
        for (int i = 0; i < ranks.length; i++) {
          Scorer.of(wanted, rows.copyRow(i), Similarity.COSINE)
              .scoreRange(0, scores.length, scores);
          Glossary.Question question = asked.get(i);
          ranks[i] =
              TargetRanks.filteredRank(widened(scores), question.word(), question.synonymArray());
        }
        return TargetRanks.of(ranks);
      }
    }

    private static double[] widened(float[] scores) {
      return IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).toArray();
    }

    Correlation similarity(ScoredPairs pairs) {
      try (Matrix first = rows(pairs.first());
          Matrix second = rows(pairs.second())) {
        return Correlation.of(
            pairs.scores().stream().mapToDouble(Double::doubleValue).toArray(),
            IntStream.range(0, pairs.size())
                .mapToDouble(i -> Similarity.COSINE.between(first.copyRow(i), second.copyRow(i)))
                .toArray());
      }
    }
  }
}
