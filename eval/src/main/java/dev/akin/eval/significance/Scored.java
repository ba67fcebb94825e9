package dev.akin.eval.significance;

/**
 * A system and its figure.
 *
 * @param system its name
 * @param value the figure over all items
 */
public record Scored(String system, double value) {}
