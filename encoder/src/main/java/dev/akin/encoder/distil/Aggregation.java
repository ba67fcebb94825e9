package dev.akin.encoder.distil;

import dev.akin.encoder.TokenEncoder;
import dev.akin.encoder.distil.ExtractionMethod.Extraction;
import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.head.TokenRows;
import dev.akin.text.TokenSequence;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Sums of the rows that tokens have in texts. For one pass. */
final class Aggregation {
  /** Texts encoded together. */
  private static final int WINDOW = 256;

  private final TokenEncoder teacher;
  private final StudentTokens tokens;
  private final int mostRows;
  private final int dimension;
  private final double[][] sums;
  private final int[] counts;

  Aggregation(TokenEncoder teacher, StudentTokens tokens, int mostRows) {
    this.teacher = teacher;
    this.tokens = tokens;
    this.mostRows = mostRows;
    this.dimension = teacher.tokenDimension();
    this.sums = new double[tokens.size()][];
    this.counts = new int[tokens.size()];
  }

  /** A text as the teacher and the student cut it. */
  private record Reading(TokenSequence teacher, TokenSequence student) {}

  Extraction of(TextSource texts) throws IOException {
    List<Reading> window = new ArrayList<>();
    try (Stream<String> lines = texts.open()) {
      for (Iterator<String> text = lines.iterator(); text.hasNext(); ) {
        String next = text.next();
        TokenSequence student = tokens.tokenizer().encodeContent(next);
        if (isWanted(student)) {
          window.add(new Reading(teacher.tokenizer().encode(next, teacher.maxTokens()), student));
        }
        if (window.size() == WINDOW || (!text.hasNext() && !window.isEmpty())) {
          add(window);
          window.clear();
        }
      }
    }
    return means();
  }

  /** Whether a token of a text can still use a row. */
  private boolean isWanted(TokenSequence student) {
    for (int i = 0; i < student.length(); i++) {
      if (counts[student.id(i)] < mostRows) {
        return true;
      }
    }
    return false;
  }

  private void add(List<Reading> window) {
    List<int[]> ids = window.stream().map(reading -> reading.teacher().ids()).toList();
    teacher.encodeTokens(
        ids, (i, rows) -> add(window.get(i), rows, new float[rows.count() * dimension]));
  }

  /** Both cut the same text from left to right: a student's token has the teacher's within it. */
  private void add(Reading reading, TokenRows rows, float[] cells) {
    rows.copyTo(cells);
    TokenSequence theirs = reading.teacher();
    TokenSequence ours = reading.student();
    int next = 0;
    for (int i = 0; i < ours.length(); i++) {
      while (next < theirs.length()
          && (theirs.isSpecial(next) || theirs.start(next) < ours.start(i))) {
        next++;
      }
      int from = next;
      while (next < theirs.length() && !theirs.isSpecial(next) && theirs.end(next) <= ours.end(i)) {
        next++;
      }
      int id = ours.id(i);
      boolean isWhole = next > from && theirs.end(next - 1) == ours.end(i);
      if (isWhole && counts[id] < mostRows) {
        counts[id]++;
        addMean(sum(id), cells, from, next);
      }
    }
  }

  private double[] sum(int id) {
    if (counts[id] == 1) {
      sums[id] = new double[dimension];
    }
    return sums[id];
  }

  private void addMean(double[] sum, float[] cells, int from, int to) {
    for (int token = from; token < to; token++) {
      for (int c = 0; c < dimension; c++) {
        sum[c] += (double) cells[token * dimension + c] / (to - from);
      }
    }
  }

  private Extraction means() {
    List<Integer> ids = tokens.meaningful();
    List<Integer> unseen = ids.stream().filter(id -> counts[id] == 0).toList();
    Matrix rows = Matrix.allocate(ids.size(), dimension);
    try (Matrix alone = alone(unseen)) {
      int nextUnseen = 0;
      float[] row = new float[dimension];
      for (int i = 0; i < ids.size(); i++) {
        int id = ids.get(i);
        if (counts[id] == 0) {
          rows.setRow(i, alone.copyRow(nextUnseen++));
          continue;
        }
        for (int c = 0; c < dimension; c++) {
          row[c] = (float) (sums[id][c] / counts[id]);
        }
        rows.setRow(i, row);
      }
      return new Extraction(rows, ids.size() - unseen.size());
    } catch (RuntimeException | Error e) {
      rows.close();
      throw e;
    }
  }

  private Matrix alone(List<Integer> ids) {
    Pooling mean = new Pooling.Mean();
    return ExtractionMethod.alone(
            teacher,
            tokens,
            ids,
            dimension,
            (rows, out, at) -> {
              int content = Math.max(0, rows.count() - tokens.before() - tokens.after());
              mean.pool(rows.withoutFirst(tokens.before()).first(content), out, at);
            })
        .rows();
  }
}
