package dev.akin.vector;

/**
 * Numbers that a few lines of Python draw as well, so that figures of other programs on the same
 * rows can be quoted: x := (1103515245 x + 12345) mod 2³¹, value x / 2³⁰ − 1.
 */
public final class SharedData {
  private long state;

  /** A generator from this seed on. */
  public SharedData(long seed) {
    this.state = seed;
  }

  /** The next number, in [−1, 1). */
  public double next() {
    state = (1103515245L * state + 12345) % (1L << 31);
    return (double) state / (1 << 30) - 1;
  }
}
