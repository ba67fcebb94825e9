package dev.akin.vector;

/** How close two rows are; higher is closer, always. */
public enum Similarity {
  /** a·b / (‖a‖‖b‖), in [−1, 1]; 0 if either row is zero. */
  COSINE,
  /** a·b. */
  DOT,
  /** −‖a − b‖: the negative distance, so that it rises with closeness. */
  EUCLIDEAN,
  /** Number of equal signs less the number of different ones, over the dimension: in [−1, 1]. */
  HAMMING
}
