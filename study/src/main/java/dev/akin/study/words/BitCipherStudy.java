package dev.akin.study.words;

import dev.akin.format.words.WordList;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.words.WordVectors;
import dev.akin.words.counting.BitCipher;
import dev.akin.words.counting.CountingMethod;
import dev.akin.words.counting.CountingOptions;
import dev.akin.words.counting.Glove;
import dev.akin.words.evaluation.SimilaritySet;
import dev.akin.words.training.Method;
import dev.akin.words.training.TrainingOptions;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Whether codes of neighbours, added up, tell parts of speech as learned vectors do. */
public final class BitCipherStudy implements Study {
  private static final String CONCATENATION = "bit cipher, concatenation, 4 × 25 bits";
  private static final String SUM = "bit cipher, sum, 25 bits";
  private static final String SKIP_GRAM = "skip-gram, 100 cells";
  private static final String PARTS = "part of speech";
  private static final long WORDS = 4_000_000;
  private static final int LEAST_TAGGED = 3;

  /** As far behind skip-gram as still counts as equal. */
  private static final double MARGIN = 0.04;

  @Override
  public String name() {
    return "bit-cipher";
  }

  @Override
  public String title() {
    return "Word vectors without training, asked for parts of speech";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Bit Cipher – A Simple yet Powerful Word Representation System that Integrates Efficiently"
            + " with Language Models",
        "Zhao and Williams",
        2023,
        "vectors that are sums of short codes of the words around, made in one pass, tell parts of"
            + " speech as well as word2vec's and GloVe's.");
  }

  @Override
  public List<String> data() {
    return List.of(Wikipedia.PATH, Brown.PATH, "words/similarity");
  }

  @Override
  public String design() {
    return """
    All vectors are made of the first 4 million words of Wikipedia: bit ciphers of 25 bits, two words on
    each side side by side (100 cells) and five on each side added (25 cells), skip-gram and CBOW (5
    epochs) and GloVe (window 5) with 100 cells. The items are the words that stand at least
    three times in the Brown corpus with a tag and have a vector. Each has the part of speech that it has
    most often, of eight; a logistic regression reads it off the vectors, whose cells are brought to
    mean 0 and variance 1, in five folds.

    The claim as a figure: accuracy of the concatenation minus skip-gram's, which must exceed −.04 to
    count as equal. Control: the concatenation minus the sum, which does not tell places apart. The
    table has similarity beside it, which the ciphers are not made for.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    WordSource text = Wikipedia.first(context, WORDS);
    String called = "wikipedia-first-" + WORDS;
    CountingOptions hundred = CountingOptions.defaults();
    CountingOptions bits =
        new CountingOptions(25, hundred.leastCount(), hundred.mostBytes(), hundred.seed());
    WordComparison comparison = new WordComparison();
    List<WordTask> tasks;
    try (WordVectors vectors =
        LearnedWords.of(context, called, text, TrainingOptions.of(Method.SKIP_GRAM))) {
      tasks = tasks(context, vectors.words());
      comparison.put(SKIP_GRAM, vectors, tasks);
    }
    try (WordVectors vectors =
        LearnedWords.of(context, called, text, TrainingOptions.of(Method.CBOW))) {
      comparison.put("CBOW, 100 cells", vectors, tasks);
    }
    record Counted(String name, CountingMethod method, CountingOptions options) {}
    for (Counted each :
        List.of(
            new Counted("GloVe, 100 cells", new Glove(5, 15, 0.05, 10), hundred),
            new Counted(CONCATENATION, BitCipher.concatenation(), bits),
            new Counted(SUM, BitCipher.sum(), bits))) {
      try (WordVectors vectors =
          LearnedWords.counted(context, called, text, each.method(), each.options())) {
        comparison.put(each.name(), vectors, tasks);
      }
    }
    return outcome(comparison, context.seed());
  }

  private static List<WordTask> tasks(StudyContext context, WordList known) throws IOException {
    Map<String, String> parts = Brown.partsOfSpeech(context, LEAST_TAGGED);
    parts.keySet().removeIf(word -> known.find(word).isEmpty());
    return List.of(
        new WordTasks.WordLabels(
            PARTS,
            List.copyOf(parts.keySet()),
            new FoldedProbe(List.copyOf(parts.values()), context.seed())),
        similarity(context, "EN-WS-353-ALL"),
        similarity(context, "EN-MEN-TR-3k"));
  }

  private static WordTask similarity(StudyContext context, String set) throws IOException {
    return new WordTasks.Similarity(
        SimilaritySet.read(context.require("words/similarity/" + set + ".txt")));
  }

  /** The outcome of any figures. */
  static Outcome outcome(WordComparison comparison, long seed) {
    return new Outcome(
        comparison
            .difference(CONCATENATION, SKIP_GRAM, List.of(PARTS))
            .measure("accuracy of parts of speech, concatenation − skip-gram", -MARGIN, seed),
        comparison
            .difference(CONCATENATION, SUM, List.of(PARTS))
            .measure("concatenation − sum", 0, seed),
        List.of(
            comparison.table("Accuracy of parts of speech, Spearman's ρ"),
            comparison.differences(CONCATENATION, SKIP_GRAM, seed)),
        List.of(
            "%,d words have a vector and a part of speech."
                .formatted(comparison.figure(SUM, PARTS).size())));
  }
}
