package dev.akin.vector;

/** A process of its own, to see what it computes with under other flags. */
final class KernelProbe {
  private KernelProbe() {}

  public static void main(String[] arguments) {
    IO.println(KernelChoice.current());
    try (Matrix rows = Matrix.of(new float[] {0, 1}, new float[] {1, 0.5f})) {
      for (Similarity similarity : Similarity.values()) {
        Scorer scorer = Scorer.of(rows, new float[] {1, 0}, similarity);
        IO.println(new ExactScan(1).nearest(scorer, 1));
      }
    }
  }
}
