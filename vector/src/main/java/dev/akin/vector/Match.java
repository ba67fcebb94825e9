package dev.akin.vector;

/**
 * One row that was found.
 *
 * @param ordinal which row, from 0
 * @param score higher is closer
 */
public record Match(int ordinal, float score) {}
