package dev.akin.study.task;

import dev.akin.vector.Matrix;

/** How alike two rows are, the four ways that MTEB looks at; higher is closer. Sums in double. */
enum RowPairs {
  COSINE("cosine"),
  DOT("dot"),
  EUCLIDEAN("euclidean"),
  MANHATTAN("manhattan");

  private final String text;

  RowPairs(String text) {
    this.text = text;
  }

  /** As it begins the names of figures. */
  String text() {
    return text;
  }

  /** The similarity of row i of both, for each i. */
  double[] of(Matrix left, Matrix right) {
    double[] similarities = new double[left.rows()];
    for (int i = 0; i < similarities.length; i++) {
      similarities[i] = of(left.copyRow(i), right.copyRow(i));
    }
    return similarities;
  }

  private double of(float[] a, float[] b) {
    return switch (this) {
      case COSINE -> cosine(a, b);
      case DOT -> dot(a, b);
      case EUCLIDEAN -> euclidean(a, b);
      case MANHATTAN -> manhattan(a, b);
    };
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** The cosine of two rows; 0 if one of them is zero. */
  static double cosine(float[] a, float[] b) {
    double norms = Math.sqrt(dot(a, a) * dot(b, b));
    return norms == 0 ? 0 : dot(a, b) / norms;
  }

  private static double euclidean(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double gap = (double) a[i] - b[i];
      sum += gap * gap;
    }
    return 0 - Math.sqrt(sum);
  }

  private static double manhattan(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((double) a[i] - b[i]);
    }
    return 0 - sum;
  }
}
