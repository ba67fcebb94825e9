package dev.akin.words.training;

/**
 * Random numbers by SplitMix64 (Steele, Lea and Flood 2014): fast, of one state, and the same for a
 * seed on every machine. For one thread.
 */
final class Draws {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  Draws(long seed) {
    state = seed;
  }

  /** Those of one part of a job, the same whatever was drawn for other parts. */
  static Draws of(long seed, long part) {
    return new Draws(mix(seed + GOLDEN) ^ mix(part * GOLDEN + 1));
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 2³¹). */
  int bits31() {
    return (int) (next() >>> 33);
  }

  /** Uniform in [0, bound), but for 1 part in 2³² / bound. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Uniform in [0, 1). */
  float uniform() {
    return (next() >>> 40) * 0x1p-24f;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
