package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.eval.significance.Estimate;
import dev.akin.format.words.WordList;
import dev.akin.study.task.LabelledTexts;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Matrix;
import dev.akin.words.AnalogyMethod;
import dev.akin.words.OutOfVocabulary;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordLookup;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.AnalogyResult;
import dev.akin.words.evaluation.AnalogySet;
import dev.akin.words.evaluation.Coverage;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What word vectors are asked in comparisons. */
final class WordTasks {
  private WordTasks() {}

  /** Spearman's correlation over the pairs whose words all tables have. */
  record Similarity(SimilaritySet set) implements WordTask {
    @Override
    public String name() {
      return set.name();
    }

    @Override
    public Estimate evaluate(WordVectors vectors) {
      return WordFigures.similarity(vectors, set);
    }

    /** How many of the pairs have both words in a list. */
    Coverage coverage(WordList words) {
      long covered = set.pairs().stream().filter(pair -> areIn(words, pair.a(), pair.b())).count();
      return new Coverage(Math.toIntExact(covered), set.pairs().size());
    }
  }

  private static boolean areIn(WordList words, String... asked) {
    return Arrays.stream(asked).allMatch(word -> words.find(word).isPresent());
  }

  /** How an answered question counts. */
  enum AnalogyFigure {
    /** 1 if the first answer is the right one (acc@1). */
    ACCURACY("analogies"),
    /** 1 / rank of the right answer (MRR). */
    RECIPROCAL_RANK("analogies, MRR");

    private final String title;

    AnalogyFigure(String title) {
      this.title = title;
    }

    /** What tables call it. */
    String title() {
      return title;
    }

    double of(int rank) {
      return switch (this) {
        case ACCURACY -> rank == 1 ? 1 : 0;
        // A word of the question is never an answer.
        case RECIPROCAL_RANK -> rank == 0 ? 0 : 1.0 / rank;
      };
    }
  }

  /** 3CosAdd over the questions whose four words all tables have, each question counting alike. */
  record Analogies(String name, AnalogySet set, AnalogyFigure figure) implements WordTask {
    @Override
    public Estimate evaluate(WordVectors vectors) {
      AnalogyResult result =
          set.evaluate(
              WordSearch.of(vectors, new ExactScan(Runtime.getRuntime().availableProcessors())),
              WordLookup.asWritten(vectors),
              AnalogyMethod.COS_ADD);
      return WordEstimates.analogies(result.total(), figure);
    }

    /** How many of the questions have all four words in a list. */
    Coverage coverage(WordList words) {
      List<AnalogySet.Item> items =
          set.sections().stream().flatMap(section -> section.items().stream()).toList();
      long covered =
          items.stream()
              .filter(item ->
                  areIn(
                      words,
                      item.question().a(),
                      item.question().b(),
                      item.question().c(),
                      item.answer()))
              .count();
      return new Coverage(Math.toIntExact(covered), items.size());
    }
  }

  /**
   * Labels of words (their part of speech) read off their vectors, 5-fold; cells are brought to
   * mean 0 and variance 1 first, so that no table is read worse for its scale.
   */
  record WordLabels(String name, List<String> words, FoldedProbe probe) implements WordTask {
    @Override
    public Estimate evaluate(WordVectors vectors) {
      float[][] own = words.stream().map(vectors::requireVector).toArray(float[][]::new);
      try (Matrix rows = WordFigures.standardised(own)) {
        return probe.accuracy(rows);
      }
    }
  }

  /**
   * Labels of texts read off the mean of their words' vectors, or off any encoder's rows, 5-fold.
   *
   * @param isStandardised whether cells are brought to mean 0 and variance 1 first: the penalty of
   *     the regression weighs on rows that lie close together
   */
  record TextLabels(
      String name,
      List<String> texts,
      FoldedProbe probe,
      WordEncoderOptions options,
      boolean isStandardised)
      implements WordTask {
    static TextLabels of(String name, LabelledTexts set, long seed) {
      return new TextLabels(
          name,
          set.texts(),
          new FoldedProbe(set.labels(), seed),
          WordEncoderOptions.defaults(),
          false);
    }

    /** The same with standardised cells, under another name. */
    TextLabels standardised(String other) {
      return new TextLabels(other, texts, probe, options, true);
    }

    /** The same with words that have no vector left out. */
    TextLabels ofKnownWords() {
      return new TextLabels(
          name, texts, probe, options.withUnknown(OutOfVocabulary.ABSENT), isStandardised);
    }

    @Override
    public Estimate evaluate(WordVectors vectors) {
      // Not closed: the vectors belong to the caller.
      return evaluate(WordVectorEncoder.of(name, vectors, options));
    }

    Estimate evaluate(Encoder encoder) {
      try (Matrix rows = encoder.encode(texts, Role.DOCUMENT)) {
        return evaluate(rows);
      }
    }

    /** Of a row a text, borrowed. */
    Estimate evaluate(Matrix rows) {
      if (!isStandardised) {
        return probe.accuracy(rows);
      }
      float[][] own =
          IntStream.range(0, rows.rows()).mapToObj(rows::copyRow).toArray(float[][]::new);
      try (Matrix standardised = WordFigures.standardised(own)) {
        return probe.accuracy(standardised);
      }
    }
  }
}
