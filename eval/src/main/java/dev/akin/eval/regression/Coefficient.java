package dev.akin.eval.regression;

/**
 * What one column adds to a score, the other columns held fixed.
 *
 * @param name of the column
 * @param value the change of the score when the column grows by 1
 * @param standardError of the value
 * @param t value/standardError
 * @param p two-sided, for no effect
 */
public record Coefficient(String name, double value, double standardError, double t, double p) {}
