package dev.akin.words;

/**
 * A word that was found.
 *
 * @param ordinal its place in the vocabulary
 * @param score higher is closer; a cosine unless the method says otherwise
 */
public record Neighbour(int ordinal, String word, double score) {}
