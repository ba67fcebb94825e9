package dev.akin.eval.suite;

/**
 * How well a task's scores follow from those on other tasks.
 *
 * @param spearman ρ of predicted and observed scores over the systems; 0 for a task on which all
 *     systems are equal
 * @param pearson r of them
 * @param meanSquaredError of z-scores: 1 is the error of predicting the mean
 */
public record Prediction(double spearman, double pearson, double meanSquaredError) {}
