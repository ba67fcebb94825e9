package dev.akin.words;

import dev.akin.vector.BatchScorer;
import dev.akin.vector.Match;
import dev.akin.vector.Matrix;
import dev.akin.vector.Scorer;
import dev.akin.vector.SharedWork;
import dev.akin.vector.Similarity;
import dev.akin.vector.TopK;
import dev.akin.words.AnalogyQuestions.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers many analogies in one scan: the cosines of every row with each vector that occurs in a
 * question are computed once, whatever the number of questions it occurs in.
 *
 * @param rows the words that can be answers, of length 1; borrowed
 */
record AnalogyScan(Matrix rows, AnalogyMethod method, int threads) {
  /** Rows taken at once fill this much: a quarter of a common L2 cache. */
  private static final int ROW_BLOCK_BYTES = 1 << 18;

  /** Their cosines with all vectors fill about this much, but are those of some rows at least. */
  private static final int COSINE_BLOCK_BYTES = 1 << 19;

  private static final int LEAST_BLOCK = 16;

  /** Takes the scores of a block of words for one question; words that are excluded have −∞. */
  private interface Sink {
    void take(int question, int firstRow, int count, float[] scores);
  }

  /** One thread's part: computes the cosines of a block and combines them for each question. */
  private final class Worker<S extends Sink> {
    private final AnalogyQuestions questions;
    private final List<AnalogyMethod.Triangle> triangles;
    private final BatchScorer scorer;
    private final S sink;
    private final float[][] cosines;
    private final float[] scores;

    Worker(AnalogyQuestions questions, List<AnalogyMethod.Triangle> triangles, int block, S sink) {
      this.questions = questions;
      this.triangles = triangles;
      this.scorer = BatchScorer.of(rows, questions.copyVectors(), Similarity.DOT, block);
      this.sink = sink;
      this.cosines = new float[questions.vectors().rows()][block];
      this.scores = new float[block];
    }

    void scan(int firstRow, int count) {
      scorer.scoreRange(
          firstRow,
          count,
          (vector, scored) -> System.arraycopy(scored, 0, cosines[vector], 0, count));
      float[][] three = new float[3][];
      for (int i = 0; i < questions.all().size(); i++) {
        Question question = questions.all().get(i);
        three[0] = cosines[question.a()];
        three[1] = cosines[question.b()];
        three[2] = cosines[question.c()];
        method.score(three, triangles.get(i), count, scores);
        for (int excluded : question.excluded()) {
          if (excluded >= firstRow && excluded < firstRow + count) {
            scores[excluded - firstRow] = Float.NEGATIVE_INFINITY;
          }
        }
        sink.take(i, firstRow, count, scores);
      }
    }
  }

  /** Gives all scores to sinks, one a thread. */
  private <S extends Sink> List<S> read(AnalogyQuestions questions, Supplier<S> sinks) {
    List<AnalogyMethod.Triangle> triangles =
        questions.all().stream().map(questions::triangle).toList();
    long most = COSINE_BLOCK_BYTES / Float.BYTES / Math.max(1, questions.vectors().rows());
    int block = (int) Math.max(LEAST_BLOCK, Math.min(ROW_BLOCK_BYTES / rows.rowBytes(), most));
    List<S> started = new ArrayList<>();
    SharedWork.run(
        SharedWork.pieces(rows.rows(), block),
        threads,
        () -> {
          S sink = sinks.get();
          started.add(sink);
          var worker = new Worker<>(questions, triangles, block, sink);
          return b -> worker.scan(b * block, Math.min(block, rows.rows() - b * block));
        });
    return started;
  }

  /** Keeps the best answers of each question. */
  private static final class Best implements Sink {
    private final List<TopK> best = new ArrayList<>();

    Best(int questions, int k) {
      for (int i = 0; i < questions; i++) {
        best.add(TopK.of(k));
      }
    }

    @Override
    public void take(int question, int firstRow, int count, float[] scores) {
      best.get(question).offerRange(firstRow, count, scores);
    }
  }

  /** The k best answers to each question, by falling score, ties by ordinal. */
  List<List<Match>> nearest(AnalogyQuestions questions, int k) {
    List<Best> parts = read(questions, () -> new Best(questions.all().size(), k));
    List<List<Match>> answers = new ArrayList<>();
    for (int i = 0; i < questions.all().size(); i++) {
      TopK merged = parts.getFirst().best.get(i);
      for (Best other : parts.subList(1, parts.size())) {
        merged.addAll(other.best.get(i));
      }
      answers.add(
          merged.ranked().stream().filter(m -> m.score() > Float.NEGATIVE_INFINITY).toList());
    }
    return answers;
  }

  /** Counts the words that are better than the expected answer of each question. */
  private static final class Better implements Sink {
    private final int[] expected;
    private final float[] scoreOfExpected;
    private final int[] better;

    Better(int[] expected, float[] scoreOfExpected) {
      this.expected = expected;
      this.scoreOfExpected = scoreOfExpected;
      this.better = new int[expected.length];
    }

    @Override
    public void take(int question, int firstRow, int count, float[] scores) {
      float border = scoreOfExpected[question];
      int before = Math.clamp(expected[question] - (long) firstRow, 0, count);
      int found = 0;
      // A word of the same score is better if it stands before.
      for (int i = 0; i < before; i++) {
        found += scores[i] >= border ? 1 : 0;
      }
      for (int i = before; i < count; i++) {
        found += scores[i] > border ? 1 : 0;
      }
      better[question] += found;
    }
  }

  /**
   * The rank of the expected answer of each question, from 1; 0 where it is excluded.
   *
   * @param expected ordinals, one a question
   */
  int[] ranks(AnalogyQuestions questions, int[] expected) {
    float[] scores = scoresOf(questions, expected);
    int[] ranks = new int[expected.length];
    for (Better part : read(questions, () -> new Better(expected, scores))) {
      for (int i = 0; i < ranks.length; i++) {
        ranks[i] += part.better[i];
      }
    }
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = questions.all().get(i).excludes(expected[i]) ? 0 : ranks[i] + 1;
    }
    return ranks;
  }

  /** What the scan will compute for the expected answers, bit for bit. */
  private float[] scoresOf(AnalogyQuestions questions, int[] expected) {
    List<Scorer> scorers = new ArrayList<>();
    for (int i = 0; i < questions.vectors().rows(); i++) {
      scorers.add(Scorer.of(rows, questions.vectors().copyRow(i), Similarity.DOT));
    }
    float[] scores = new float[expected.length];
    float[] score = new float[1];
    for (int i = 0; i < expected.length; i++) {
      Question question = questions.all().get(i);
      float[][] cosines = {
        {scorers.get(question.a()).score(expected[i])},
        {scorers.get(question.b()).score(expected[i])},
        {scorers.get(question.c()).score(expected[i])}
      };
      method.score(cosines, questions.triangle(question), 1, score);
      scores[i] = score[0];
    }
    return scores;
  }
}
