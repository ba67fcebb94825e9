package dev.akin.vector.probe;

/** A smooth function to be made small. */
interface Objective {
  /**
   * The value at a point.
   *
   * @param gradient receives the gradient there
   */
  double evaluate(double[] point, double[] gradient);
}
