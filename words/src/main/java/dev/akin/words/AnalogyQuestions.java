package dev.akin.words;

import dev.akin.vector.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Analogies with the vectors of their words, each vector held once. Owns the vectors.
 *
 * @param vectors [distinct words × dimension], of length 1
 */
record AnalogyQuestions(List<Question> all, Matrix vectors) implements AutoCloseable {
  /**
   * A question by the rows of its words in the vectors.
   *
   * @param excluded ordinals of its words, which are no answers
   */
  @SuppressWarnings("ArrayRecordComponent") // three numbers at most, made and read here
  record Question(int a, int b, int c, int[] excluded) {
    boolean excludes(int ordinal) {
      return Arrays.stream(excluded).anyMatch(word -> word == ordinal);
    }
  }

  /**
   * Looks up the words of questions.
   *
   * @throws UnknownWordException if one has no vector
   */
  static AnalogyQuestions of(List<Analogy> questions, WordLookup lookup) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    List<float[]> vectors = new ArrayList<>();
    for (Analogy question : questions) {
      for (String word : words(question)) {
        if (rows.putIfAbsent(word, rows.size()) == null) {
          vectors.add(lookup.findVector(word).orElseThrow(() -> new UnknownWordException(word)));
        }
      }
    }
    List<Question> all =
        questions.stream().map(question -> indexed(question, rows, lookup)).toList();
    Matrix units = Matrix.allocate(vectors.size(), lookup.vectors().dimension());
    for (int i = 0; i < vectors.size(); i++) {
      units.setRow(i, WordVectors.unit(vectors.get(i)));
    }
    return new AnalogyQuestions(all, units);
  }

  private static List<String> words(Analogy question) {
    return List.of(question.a(), question.b(), question.c());
  }

  private static Question indexed(Analogy question, Map<String, Integer> rows, WordLookup lookup) {
    int[] places = words(question).stream().mapToInt(word -> rows.getOrDefault(word, -1)).toArray();
    int[] excluded =
        words(question).stream().map(lookup::find).flatMapToInt(OptionalInt::stream).toArray();
    return new Question(places[0], places[1], places[2], excluded);
  }

  /** The vectors on the heap. */
  float[][] copyVectors() {
    float[][] copies = new float[vectors.rows()][];
    for (int row = 0; row < copies.length; row++) {
      copies[row] = vectors.copyRow(row);
    }
    return copies;
  }

  /** The cosines of a question's own vectors. */
  AnalogyMethod.Triangle triangle(Question question) {
    float[] a = vectors.copyRow(question.a());
    float[] b = vectors.copyRow(question.b());
    float[] c = vectors.copyRow(question.c());
    return new AnalogyMethod.Triangle(dot(a, b), dot(a, c), dot(b, c));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void close() {
    vectors.close();
  }
}
