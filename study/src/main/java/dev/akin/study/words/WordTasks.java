package dev.akin.study.words;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.task.LabelledTexts;
import dev.akin.vector.ExactScan;
import dev.akin.vector.Matrix;
import dev.akin.words.AnalogyMethod;
import dev.akin.words.WordEncoderOptions;
import dev.akin.words.WordLookup;
import dev.akin.words.WordSearch;
import dev.akin.words.WordVectorEncoder;
import dev.akin.words.WordVectors;
import dev.akin.words.evaluation.AnalogyResult;
import dev.akin.words.evaluation.AnalogySet;
import dev.akin.words.evaluation.SimilaritySet;
import java.util.List;

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
  }

  /** How an answered question counts. */
  enum AnalogyFigure {
    /** 1 if the first answer is the right one (acc@1). */
    ACCURACY,
    /** 1 / rank of the right answer (MRR). */
    RECIPROCAL_RANK;

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
      return Estimate.mean(
          result.total().answers().stream()
              .filter(answer -> answer.rank().isPresent())
              .mapToDouble(answer -> figure.of(answer.rank().getAsInt()))
              .toArray());
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
      double[][] standardised = WordFigures.standardised(own, 1);
      try (Matrix rows = Matrix.allocate(own.length, vectors.dimension())) {
        for (int i = 0; i < own.length; i++) {
          for (int c = 0; c < own[i].length; c++) {
            rows.set(i, c, (float) standardised[i][c]);
          }
        }
        return probe.accuracy(rows);
      }
    }
  }

  /** Labels of texts read off the mean of their words' vectors, or off any encoder's rows. */
  record TextLabels(String name, List<String> texts, FoldedProbe probe, WordEncoderOptions options)
      implements WordTask {
    static TextLabels of(String name, LabelledTexts set, long seed) {
      return new TextLabels(
          name, set.texts(), new FoldedProbe(set.labels(), seed), WordEncoderOptions.defaults());
    }

    @Override
    public Estimate evaluate(WordVectors vectors) {
      // Not closed: the vectors belong to the caller.
      return evaluate(WordVectorEncoder.of(name, vectors, options));
    }

    Estimate evaluate(Encoder encoder) {
      try (Matrix rows = Matrix.allocate(texts.size(), encoder.dimension())) {
        encoder.encode(texts, Role.DOCUMENT, rows, 0);
        return probe.accuracy(rows);
      }
    }
  }
}
