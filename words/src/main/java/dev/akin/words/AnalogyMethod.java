package dev.akin.words;

/**
 * How well a word x answers the question <i>a is to b as c is to x</i>.
 *
 * <p>Every method is a function of the cosines of x with a, b and c and of those three with one
 * another, so one scan of the cosines answers all of them. Vectors have length 1.
 */
public enum AnalogyMethod {
  /** 3CosAdd: cos(x, b − a + c) (Mikolov et al. 2013, section 4). */
  COS_ADD {
    @Override
    void score(float[][] cosines, Triangle question, int count, float[] out) {
      float[] a = cosines[0];
      float[] b = cosines[1];
      float[] c = cosines[2];
      float factor = inverseRoot(3 + 2 * (question.bc() - question.ab() - question.ac()));
      for (int i = 0; i < count; i++) {
        out[i] = (b[i] - a[i] + c[i]) * factor;
      }
    }
  },
  /**
   * 3CosMul: s(x, b) · s(x, c) / (s(x, a) + 0.001) with s = (cos + 1) / 2 (Levy and Goldberg 2014,
   * section 6).
   */
  COS_MUL {
    @Override
    void score(float[][] cosines, Triangle question, int count, float[] out) {
      float[] a = cosines[0];
      float[] b = cosines[1];
      float[] c = cosines[2];
      for (int i = 0; i < count; i++) {
        out[i] = (b[i] + 1) * (c[i] + 1) / (2 * (a[i] + 1) + 0.004f);
      }
    }
  },
  /**
   * PairDirection: cos(b − a, x − c) (Levy and Goldberg 2014, section 3); 0 where x is c or a is b.
   */
  PAIR_DIRECTION {
    @Override
    void score(float[][] cosines, Triangle question, int count, float[] out) {
      float[] a = cosines[0];
      float[] b = cosines[1];
      float[] c = cosines[2];
      float factor = inverseRoot(2 - 2 * question.ab());
      float shift = (float) (question.ac() - question.bc());
      for (int i = 0; i < count; i++) {
        float square = 2 - 2 * c[i];
        float length = (float) Math.sqrt(Math.max(square, SAME));
        out[i] = square < SAME ? 0 : (b[i] - a[i] + shift) * factor / length;
      }
    }
  };

  /** Squared distances below this are rounding: the vectors are one. */
  private static final float SAME = 1e-6f;

  /** The cosines of a question's own vectors. */
  record Triangle(double ab, double ac, double bc) {}

  /**
   * Scores of a block of words.
   *
   * @param cosines of the words with a, b and c [3 × ≥ count]
   * @param out the first {@code count} places are written
   */
  abstract void score(float[][] cosines, Triangle question, int count, float[] out);

  private static float inverseRoot(double square) {
    return square < SAME ? 0 : (float) (1 / Math.sqrt(square));
  }
}
